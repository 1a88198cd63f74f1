// `npm start -- ARGS`: sets up, builds what changed, opens the app with these arguments.
import { bundle } from './bundle.mjs';
import { withDisplay } from './set-up/display.mjs';
import { follow } from './set-up/follow.mjs';
import { root } from './set-up/project.mjs';
import { sandboxArgs } from './set-up/sandbox.mjs';
import { say, tell } from './set-up/say.mjs';
import { setUp } from './set-up.mjs';

await tell(async () => {
  const runtime = await setUp({ display: true });
  await bundle(runtime);
  const args = [...sandboxArgs(runtime.electronFolder), root, ...process.argv.slice(2)];
  // Paths among the arguments are relative to where the person is; npm has moved us to the root.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return withDisplay((display) => {
    if (display.DISPLAY) say(`No display here: the app is on a virtual one, ${display.DISPLAY}.`);
    return follow(runtime.electronPath, args, { cwd, env: { ...runtime.env, ...display } });
  });
});
