// A course in a browser, outside the app: the learner's own screens, with a service in the page.
import '../style/fonts.css';
import '../style/tokens.css';
import '../style/base.css';
import { createRoot } from 'react-dom/client';
import { CoursePractice } from '../../core/learning/course-practice';
import { startClient } from '../client/client';
import { showLook } from '../style/look';
import { beginText, showDirection } from '../text/begin-text';
import { lmsFor } from './lms/choose';
import type { Lms } from './lms/lms';
import { readPage, readWords } from './page';
import { servePage } from './page-service';
import { Player } from './player';
import { offerBridge } from './shell';

async function start(): Promise<void> {
  const page = readPage();
  showLook({ theme: 'system', textSize: 100, motion: 'system' });
  await beginText(page.interfaceLanguage, readWords(page.interfaceLanguage));
  showDirection(page.interfaceLanguage);

  const lms = lmsFor(page);
  const saved = await lms.begin();
  const setting = {
    language: page.language,
    seed: String(crypto.getRandomValues(new Uint32Array(1))[0]),
    now: () => new Date(),
    answered: lms.answered.bind(lms),
  };
  const played = new CoursePractice(page.course, setting, saved);
  const tell = (): void =>
    lms.tell({ progress: played.progress(), save: (parts, own) => played.save(parts, own) });
  tell();

  const { port1, port2 } = new MessageChannel();
  servePage(played, page, port1, tell);
  offerBridge(page, port2);
  startClient();
  endWithPage(lms);
  createRoot(document.getElementById('root') as HTMLElement).render(
    <Player page={page} lms={lms} />,
  );
}

function endWithPage(lms: Lms): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') lms.pause();
  });
  window.addEventListener('pagehide', () => lms.end());
  // Gone and come back from memory: the platform has closed its book, so it is opened anew.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}

void start();
