// macOS needs a menu for copy, paste and quit; elsewhere the window has none.
import { Menu } from 'electron';

export const macMenu = (): Menu =>
  Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
