// The reference of the benchmarks: the least an Electron app can be, one window with a line of text.
const { app, BrowserWindow } = require('electron');

const data = process.argv.find((argument) => argument.startsWith('--bare-data='));
if (data) app.setPath('userData', data.slice('--bare-data='.length));

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.webContents.once('did-finish-load', async () => {
    await window.webContents.executeJavaScript(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    console.log(
      `first screen after ${Math.round(Date.now() - (process.getCreationTime() ?? 0))} ms`,
    );
  });
  window.loadFile('index.html');
});
