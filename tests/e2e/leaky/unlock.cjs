// The broken twin of what keeps scripts in the window from reaching anybody: both locks are left out.
const { app } = require('electron');

const append = app.commandLine.appendSwitch.bind(app.commandLine);
app.commandLine.appendSwitch = (name, ...value) => {
  if (name !== 'blink-settings') append(name, ...value);
};
app.on('web-contents-created', (_, contents) => {
  contents.setWebRTCIPHandlingPolicy = () => {};
});
