// What stands around every screen: the way Home and to Settings, and whose profile this is.
import './frame.css';
import {
  House,
  LibraryBig,
  type LucideIcon,
  PencilRuler,
  Settings,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAway } from '../client/use-away';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { ExportsSign } from './exports-sign';
import { paths } from './paths';
import { useSearchKey } from './search-key';
import { useSession } from './session';
import { useSyncSign } from './sync-sign';

export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('frame');
  const { learner } = useSession();
  const [place] = useLocation();
  const isAway = useAway();
  useSearchKey();
  /** Courses, lessons and paths are reached through the library. */
  const isInLibrary = /^\/(library|course|path|pack|catalogue)(\/|$)/.test(place);
  const isInStudio = /^\/(studio|quality|translate|share|try)(\/|$)/.test(place);
  const isInTeam = /^\/team(\/|$)/.test(place);
  const isInSync = /^\/sync(\/|$)/.test(place);
  const needsPerson = useSyncSign(learner.id);
  return (
    <div className="frame">
      <button
        type="button"
        className="frame__skip"
        onClick={() => document.querySelector<HTMLElement>('#main h1')?.focus()}
      >
        {t('skip')}
      </button>
      <nav className="rail" aria-label={t('rail')}>
        <span className="rail__mark">
          <Mark />
        </span>
        <RailLink
          href={paths.home()}
          current={place === paths.home()}
          icon={House}
          label={t('home')}
        />
        <RailLink
          href={paths.library()}
          current={isInLibrary}
          icon={LibraryBig}
          label={t('library')}
        />
        {learner.settings.trainers && (
          <RailLink
            href={paths.studio()}
            current={isInStudio}
            icon={PencilRuler}
            label={t('studio')}
          />
        )}
        {learner.settings.team && (
          <RailLink href={paths.team()} current={isInTeam} icon={UsersRound} label={t('team')} />
        )}
        <span className="rail__rest" />
        <RailLink
          href={paths.profiles()}
          current={place === paths.profiles()}
          icon={UserRound}
          label={learner.name}
          spoken={t('profile', { name: learner.name })}
        />
        <RailLink
          href={paths.settings()}
          current={place === paths.settings() || isInSync}
          icon={Settings}
          label={t('settings')}
          {...(needsPerson && { spoken: t('syncNeeds'), isMarked: true })}
        />
      </nav>
      <div className="frame__page">
        <ExportsSign />
        {children}
      </div>
      <p className="frame__moment" role="status" data-shown={isAway || undefined}>
        {isAway && t('moment')}
      </p>
    </div>
  );
}

interface RailLinkProps {
  href: string;
  current: boolean;
  icon: LucideIcon;
  label: string;
  /** Where the label alone would not say enough. */
  spoken?: string;
  /** Something waits there for the person. */
  isMarked?: boolean;
}

function RailLink({ href, current, icon, label, spoken, isMarked }: RailLinkProps) {
  return (
    <Link
      href={href}
      className="rail__link"
      aria-current={current ? 'page' : undefined}
      aria-label={spoken}
      title={spoken}
    >
      <Icon of={icon} />
      {isMarked && <span className="rail__sign" />}
      <span className="rail__label" dir="auto">
        {label}
      </span>
    </Link>
  );
}
