// `with.mjs COMMAND ARGS`: runs a command where the app can run: set up, built, with a display
// and the tools on PATH.
import { bundle } from './bundle.mjs';
import { packagedApp } from './packaged.mjs';
import { withDisplay } from './set-up/display.mjs';
import { follow } from './set-up/follow.mjs';
import { root } from './set-up/project.mjs';
import { tell } from './set-up/say.mjs';
import { setUp } from './set-up.mjs';

await tell(async () => {
  const [command, ...args] = process.argv.slice(2);
  const runtime = await setUp({ display: true });
  await bundle(runtime);
  return withDisplay((display) =>
    follow(command, args, {
      cwd: root,
      env: {
        ...runtime.env,
        ...display,
        // For the end-to-end tests: what `npm run package` makes, in both flavours.
        DESKWISE_PACKED_TEST: packagedApp('test'),
        DESKWISE_PACKED_RELEASE: packagedApp('release'),
      },
      // Windows runs the tools of node_modules, which are batch files, through a shell only.
      shell: process.platform === 'win32',
    }),
  );
});
