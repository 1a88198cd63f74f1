// A browser for the tests: Electron's Chromium with one plain window, and nothing of the app.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.BROWSER_DATA ?? '');
app.whenReady().then(() => {
  new BrowserWindow({ width: 1000, height: 900 }).loadURL('about:blank');
});
