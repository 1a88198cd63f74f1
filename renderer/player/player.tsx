// The screens of one course, and what there is to know about where its answers go.
import './player.css';
import { useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { PlayerPage } from '../../core/player/page';
import { paths } from '../frame/paths';
import { ScreenBoundary } from '../frame/screen-boundary';
import { Session } from '../frame/session';
import { CourseScreen } from '../screens/course/course';
import { LessonScreen } from '../screens/lesson/lesson';
import { ResultScreen } from '../screens/result/result';
import { controlsLocale } from '../text/languages';
import { Notice } from '../ui/notice';
import type { Lms } from './lms/lms';
import { sessionOf } from './session';

interface Props {
  page: PlayerPage;
  lms: Lms;
}

export function Player({ page, lms }: Props) {
  const { i18n } = useTranslation();
  const { id } = page.course;
  return (
    <I18nProvider locale={controlsLocale(i18n.language)}>
      <Session value={sessionOf(page)}>
        <Router hook={useHashLocation}>
          <div className="player">
            <Notes page={page} lms={lms} />
            <ScreenBoundary>
              <Switch>
                <Route path="/course/:course">
                  <CourseScreen course={id} word={null} />
                </Route>
                <Route path="/course/:course/result">
                  <ResultScreen course={id} />
                </Route>
                <Route path="/course/:course/lesson/:lesson/:item?">
                  {({ lesson, item }) => (
                    <LessonScreen
                      key={lesson}
                      course={id}
                      lesson={lesson}
                      item={item ?? null}
                      line={null}
                    />
                  )}
                </Route>
                <Route>
                  <Redirect to={paths.course(id)} />
                </Route>
              </Switch>
            </ScreenBoundary>
          </div>
        </Router>
      </Session>
    </I18nProvider>
  );
}

/** Only where there is something to say: trouble, what stays private, and the way back. */
function Notes({ page, lms }: Props) {
  const { t } = useTranslation('player');
  const trouble = useSyncExternalStore(lms.onTrouble, lms.trouble);
  const { delivery, course } = page;
  const isPrivate =
    delivery !== 'alone' &&
    course.texts[0].lessons.some(({ kept }) => kept.some((block) => block.private));
  const back = lms.back();
  return (
    <header className="player__notes">
      {back !== null && (
        <p className="player__back">
          <a href={back}>{t('back')}</a>
        </p>
      )}
      <div role="status">
        {trouble !== null && (
          <Notice kind="warn">
            <p>{t(`trouble.${trouble}`)}</p>
          </Notice>
        )}
      </div>
      {isPrivate && (
        <Notice>
          <p>{t('private')}</p>
        </Notice>
      )}
    </header>
  );
}
