// The app: who is learning, how it looks, and which screen stands.
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Output } from '../core/contract';
import type { LearnerView } from '../core/views';
import { ask } from './client/client';
import { Frame } from './frame/frame';
import { firstPath, nameIn, paths } from './frame/paths';
import { firstScreen } from './frame/screen';
import { ScreenBoundary } from './frame/screen-boundary';
import { type Changes, Session } from './frame/session';
import { Home } from './screens/home/home';
import { PackArrival } from './screens/pack/arrival';
import { showLook } from './style/look';
import { controlsLocale } from './text/languages';
import { showLanguage } from './text/text';

// Home is what most starts show: the other screens are read once it stands.
const others = {
  catalogue: () => import('./screens/catalogue/catalogue'),
  course: () => import('./screens/course/course'),
  firstRun: () => import('./screens/first-run/first-run'),
  lesson: () => import('./screens/lesson/lesson'),
  library: () => import('./screens/library/library'),
  pack: () => import('./screens/pack/pack'),
  path: () => import('./screens/path/path'),
  profiles: () => import('./screens/profiles/profiles'),
  result: () => import('./screens/result/result'),
  settings: () => import('./screens/settings/settings'),
  share: () => import('./screens/pack/share'),
  signing: () => import('./screens/pack/signing'),
};
// Most people never switch sync on.
const SyncScreen = lazy(async () => ({
  default: (await import('./screens/sync/sync')).SyncScreen,
}));
const SetUpSync = lazy(async () => ({
  default: (await import('./screens/sync/set-up')).SetUpSync,
}));
const SyncSent = lazy(async () => ({ default: (await import('./screens/sync/sent')).SyncSent }));
// Few people write courses: what they need is read when they do.
const StudioScreen = lazy(async () => ({
  default: (await import('./screens/studio/studio')).StudioScreen,
}));
const Try = lazy(async () => ({ default: (await import('./screens/try/try')).Try }));
const Quality = lazy(async () => ({
  default: (await import('./studio/quality/quality')).Quality,
}));
const Translations = lazy(async () => ({
  default: (await import('./studio/translate/translations')).Translations,
}));
const SideBySide = lazy(async () => ({
  default: (await import('./studio/translate/side-by-side')).SideBySide,
}));
const Workspace = lazy(async () => ({
  default: (await import('./studio/workspace/workspace')).Workspace,
}));
// Fewer still look after others.
const TeamScreen = lazy(async () => ({
  default: (await import('./screens/team/team')).TeamScreen,
}));
const TeamSources = lazy(async () => ({
  default: (await import('./screens/team/sources')).TeamSources,
}));
const CatalogueScreen = lazy(async () => ({ default: (await others.catalogue()).CatalogueScreen }));
const CourseScreen = lazy(async () => ({ default: (await others.course()).CourseScreen }));
const FirstRun = lazy(async () => ({ default: (await others.firstRun()).FirstRun }));
const LessonScreen = lazy(async () => ({ default: (await others.lesson()).LessonScreen }));
const LibraryScreen = lazy(async () => ({
  default: (await others.library()).LibraryScreen,
}));
const PackScreen = lazy(async () => ({ default: (await others.pack()).PackScreen }));
const PathScreen = lazy(async () => ({ default: (await others.path()).PathScreen }));
const Profiles = lazy(async () => ({ default: (await others.profiles()).Profiles }));
const ResultScreen = lazy(async () => ({ default: (await others.result()).ResultScreen }));
const SettingsScreen = lazy(async () => ({ default: (await others.settings()).SettingsScreen }));
const ShareScreen = lazy(async () => ({ default: (await others.share()).ShareScreen }));
const SigningScreen = lazy(async () => ({ default: (await others.signing()).SigningScreen }));

/** So that opening any of them later waits for nothing. */
export function readOtherScreens(): void {
  for (const read of Object.values(others)) void read();
}

interface Props {
  app: Output<'app.read'>;
  /** The learner who was here last; null at the very first start. */
  first: LearnerView | null;
}

export function App({ app, first }: Props) {
  const { i18n } = useTranslation();
  const [learner, setLearner] = useState(first);
  // What the command line asked for, until somebody chooses otherwise.
  const [asked, setAsked] = useState({ theme: app.theme, language: app.language });
  const [, go] = useHashLocation();

  useEffect(() => {
    if (first && app.open) go(firstPath(app.open), { replace: true });
  }, [app.open, first, go]);
  useBackKey();

  const settings = learner?.settings;
  const theme = asked.theme ?? settings?.theme ?? 'system';
  const language = asked.language ?? settings?.language ?? i18n.language;
  const textSize = settings?.textSize ?? 100;
  const motion = settings?.motion ?? 'system';
  useEffect(() => {
    showLook({ theme, textSize, motion });
    void showLanguage(language);
    // The window came up in the colours it had last: what is new may wait until something is shown.
    void firstScreen.then(() => ask('window.theme', { theme, language })).catch(() => {});
  }, [theme, textSize, motion, language]);

  const open = useCallback(
    (next: LearnerView) => {
      setLearner(next);
      go(paths.home());
    },
    [go],
  );
  const id = learner?.id;
  const change = useCallback(
    async (changes: Changes) => {
      if (!id) return;
      setLearner(await ask('learners.change', { learner: id, ...changes }));
      const { theme, language } = changes.settings ?? {};
      setAsked((before) => ({
        theme: theme ? null : before.theme,
        language: language ? null : before.language,
      }));
    },
    [id],
  );
  const leave = useCallback(async () => {
    const { learners, last } = await ask('learners.list', {});
    setLearner(learners.find((each) => each.id === last) ?? null);
    go(paths.home());
  }, [go]);

  return (
    <I18nProvider locale={controlsLocale(i18n.language)}>
      <Suspense fallback={null}>
        {learner ? (
          <Session value={{ app, learner, language, theme, open, change, leave }}>
            <Router hook={useHashLocation}>
              <Frame>
                <ScreenBoundary>
                  <Suspense fallback={null}>
                    <Screens key={learner.id} />
                  </Suspense>
                </ScreenBoundary>
              </Frame>
              <PackArrival />
            </Router>
          </Session>
        ) : (
          <FirstRun
            app={app}
            onBegin={(begun) => {
              // They have just chosen a language.
              setAsked((before) => ({ ...before, language: null }));
              open(begun);
            }}
          />
        )}
      </Suspense>
    </I18nProvider>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/studio">
        <StudioScreen />
      </Route>
      <Route path="/studio/:folder">
        {({ folder }) => <Workspace key={folder} folder={nameIn(folder)} file={null} line={null} />}
      </Route>
      <Route path="/studio/:folder/:file">
        {({ folder, file }) => (
          <Workspace key={folder} folder={nameIn(folder)} file={nameIn(file)} line={null} />
        )}
      </Route>
      <Route path="/studio/:folder/:file/:line">
        {({ folder, file, line }) => (
          <Workspace
            key={folder}
            folder={nameIn(folder)}
            file={nameIn(file)}
            line={Number(line) || null}
          />
        )}
      </Route>
      <Route path="/quality/:folder">
        {({ folder }) => <Quality key={folder} folder={nameIn(folder)} />}
      </Route>
      <Route path="/translate/:folder/:language?">
        {({ folder, language }) => (
          <Translations key={folder} folder={nameIn(folder)} language={language ?? null} />
        )}
      </Route>
      <Route path="/translate/:folder/:language/:file">
        {({ folder, language, file }) => (
          <SideBySide
            key={`${folder}/${language}/${file}`}
            folder={nameIn(folder)}
            language={language}
            file={nameIn(file)}
          />
        )}
      </Route>
      {/* The same screens once more, with a learner who is nobody. */}
      <Route path="/try/:folder/:file" nest>
        {({ folder, file }) => (
          <Try back={paths.studio(nameIn(folder), nameIn(file))}>
            <LearnersScreens />
          </Try>
        )}
      </Route>
      <Route path="/share/:folder/:course">
        {({ folder, course }) => (
          <ShareScreen key={course} course={course} folder={nameIn(folder)} />
        )}
      </Route>
      <Route path="/team">
        <TeamScreen />
      </Route>
      <Route path="/team/sources">
        <TeamSources />
      </Route>
      <Route path="/pack">
        <PackScreen />
      </Route>
      <Route path="/catalogue">
        <CatalogueScreen />
      </Route>
      <Route path="/signing">
        <SigningScreen />
      </Route>
      <Route path="/settings">
        <SettingsScreen />
      </Route>
      <Route path="/sync">
        <SyncScreen />
      </Route>
      <Route path="/sync/begin/:kind">
        {({ kind }) => <SetUpSync key={kind} kind={kind === 'folder' ? 'folder' : 'lrs'} />}
      </Route>
      <Route path="/sync/sent/:target">{({ target }) => <SyncSent target={target} />}</Route>
      <Route path="/profiles">
        <Profiles />
      </Route>
      <Route>
        <LearnersScreens />
      </Route>
    </Switch>
  );
}

function LearnersScreens() {
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/library/:part?">
        {({ part }) => <LibraryScreen searching={part === 'search'} />}
      </Route>
      <Route path="/path/:path">{({ path }) => <PathScreen key={path} path={path} />}</Route>
      <Route path="/course/:course">
        {({ course }) => <CourseScreen key={course} course={course} word={null} />}
      </Route>
      <Route path="/course/:course/word/:word">
        {({ course, word }) => <CourseScreen key={course} course={course} word={word} />}
      </Route>
      <Route path="/course/:course/result">
        {({ course }) => <ResultScreen key={course} course={course} />}
      </Route>
      <Route path="/course/:course/share">
        {({ course }) => <ShareScreen key={course} course={course} />}
      </Route>
      <Route path="/course/:course/lesson/:lesson/:item?">
        {({ course, lesson, item }) => (
          <LessonScreen
            key={`${course}/${lesson}`}
            course={course}
            lesson={lesson}
            item={item ?? null}
            line={null}
          />
        )}
      </Route>
      <Route path="/course/:course/lesson/:lesson/line/:line">
        {({ course, lesson, line }) => (
          <LessonScreen
            key={`${course}/${lesson}`}
            course={course}
            lesson={lesson}
            item={null}
            line={Number(line)}
          />
        )}
      </Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}

/** Alt+Left and Alt+Right go back and forward, as in a browser. */
function useBackKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowLeft') window.history.back();
      else if (event.key === 'ArrowRight') window.history.forward();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
