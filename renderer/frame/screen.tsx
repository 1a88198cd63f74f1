// A screen: its title in the window, the focus on its heading, and what stands while it loads or fails.
import './screen.css';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../client/use-query';
import { LinkButton } from '../ui/button';
import { Failed } from '../ui/failed';
import { Waiting } from '../ui/waiting';
import { paths } from './paths';

interface ScreenProps {
  /** Goes into the title of the window. */
  title: string;
  /** Holds the one h1, which can take the focus. */
  heading: ReactNode;
  narrow?: boolean;
  /** All the room there is, for work beside work. */
  wide?: boolean;
  /** The screen puts the focus and the page where they belong itself. */
  ownPlace?: boolean;
  ref?: Ref<HTMLElement>;
  children?: ReactNode;
}

/** What scrolls; see style/base.css. */
export const scroller = (): HTMLElement => document.getElementById('root') as HTMLElement;

export function Screen({ title, heading, narrow, wide, ownPlace, ref, children }: ScreenProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = t('windowTitle', { title });
  }, [t, title]);
  useEffect(() => {
    if (ownPlace) return;
    scroller().scrollTop = 0;
    box.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [ownPlace]);
  useReady();
  return (
    <main
      ref={ref}
      id="main"
      className={`screen${narrow ? ' screen--narrow' : ''}${wide ? ' screen--wide' : ''}`}
    >
      <div ref={box} className="screen__heading">
        {heading}
      </div>
      {children}
    </main>
  );
}

let saidReady = false;
let standing: () => void;

/** Settles when the first screen stands: data there, fonts loaded, painted. */
export const firstScreen = new Promise<void>((settle) => {
  standing = settle;
});

function useReady(): void {
  useEffect(() => {
    if (saidReady) return;
    saidReady = true;
    void document.fonts.ready.then(() => {
      requestAnimationFrame(() => requestAnimationFrame(standing));
    });
  }, []);
}

interface ShownProps<Value> {
  query: Query<Value>;
  children: (value: Value, query: Extract<Query<Value>, { state: 'ready' }>) => ReactNode;
}

/** Draws a query: its value, or what stands in its place. */
export function Shown<Value>({ query, children }: ShownProps<Value>) {
  const { t } = useTranslation();
  if (query.state === 'ready') return children(query.value, query);
  if (query.state === 'loading') {
    return (
      <main id="main" className="screen" aria-busy="true">
        <Waiting />
      </main>
    );
  }
  return (
    <Screen narrow title={t('failed')} heading={<h1 tabIndex={-1}>{t('failed')}</h1>}>
      <Failed failure={query.failure} retry={query.retry} />
      <div>
        <LinkButton look="quiet" href={paths.home()}>
          {t('toHome')}
        </LinkButton>
      </div>
    </Screen>
  );
}
