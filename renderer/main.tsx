// The window's beginning: line to the service, words, look, then the app.
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import { createRoot } from 'react-dom/client';
import { App, readOtherScreens } from './app';
import { failureOf } from './client/ask-error';
import { ask, startClient } from './client/client';
import { readEarly } from './client/use-query';
import { firstScreen } from './frame/screen';
import { StartFailed } from './screens/start-failed';
import { showLook } from './style/look';
import { languageOfSystem } from './text/languages';
import { startText } from './text/text';

const root = createRoot(document.getElementById('root') as HTMLElement);

async function start(): Promise<void> {
  const asked = ask('learners.list', {});
  // Its failure is met below, where there are words for it.
  asked.catch(() => {});
  const app = await ask('app.read', {});
  const systemLanguage = languageOfSystem(app.systemLanguages);
  try {
    const { learners, last } = await asked;
    const learner = learners.find(({ id }) => id === last) ?? null;
    const language = app.language ?? learner?.settings.language ?? systemLanguage;
    const text = startText(language);
    if (learner && !app.open) {
      // Home says itself what went wrong.
      await readEarly('home.read', { learner: learner.id, language }).catch(() => {});
    }
    await text;
    showLook({
      theme: app.theme ?? learner?.settings.theme ?? 'system',
      textSize: learner?.settings.textSize ?? 100,
      motion: learner?.settings.motion ?? 'system',
    });
    root.render(<App app={app} first={learner} />);
  } catch (error) {
    await startText(app.language ?? systemLanguage);
    showLook({ theme: app.theme ?? 'system', textSize: 100, motion: 'system' });
    root.render(<StartFailed failure={failureOf(error)} onRetry={() => void start()} />);
  }
}

startClient();
void start();
void firstScreen.then(() => {
  void ask('window.ready', {}).catch(() => {});
  readOtherScreens();
});
