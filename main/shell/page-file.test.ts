// Which files of the window an address can name.
import { expect, test } from 'vitest';
import { pageFile, pageUrl } from './page-file';

test.each([
  [pageUrl, 'index.html', 'text/html; charset=utf-8'],
  [
    'app://deskwise/assets/index-e2Fez_4R.js',
    'assets/index-e2Fez_4R.js',
    'text/javascript; charset=utf-8',
  ],
  ['app://deskwise/assets/face.latin-wght.woff2?x#y', 'assets/face.latin-wght.woff2', 'font/woff2'],
  ['app://deskwise/assets/../icon.png', 'icon.png', 'image/png'],
])('%s is %s', (url, path, type) => {
  expect(pageFile(url)).toEqual({ path, type });
});

test.each([
  'app://other/index.html',
  'app://deskwise/',
  'app://deskwise/assets/',
  'app://deskwise/index.html/',
  'app://deskwise/package.json',
  'app://deskwise/main/shell.js',
  'app://deskwise/assets/deeper/index.js',
  'app://deskwise/..%2fshell.js',
  'app://deskwise/assets%2f..%2f..%2fshell.js',
  'app://deskwise/assets/..%5c..%5cshell.js',
  'app://deskwise/assets/%2e%2e%2fshell.js',
  'app://deskwise//etc/index.html',
  'app://deskwise/.hidden.js',
  'app://deskwise/index.html%00.png',
])('%s is none', (url) => {
  expect(pageFile(url)).toBeUndefined();
});
