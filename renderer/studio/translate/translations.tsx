// The languages of a course: how far each is, what is left in which lesson, and one more language.
import '../../ui/page.css';
import './translations.css';
import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type {
  TranslationFileRow,
  TranslationLanguage,
  TranslationStatus,
} from '../../../core/studio/translation/views';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import { Progress } from '../../ui/progress';
import { AddLanguage } from './add-language';
import { Exchange } from './exchange';
import { useExtent, useFileTitle } from './words';

interface TranslationsProps {
  folder: string;
  /** Null: all of them. */
  language: string | null;
}

export function Translations({ folder, language }: TranslationsProps) {
  const query = useQuery('translation.status', { folder });
  return (
    <Shown query={query}>
      {(status) => {
        const chosen = status.languages.find((each) => each.language === language);
        return chosen ? (
          <Language key={chosen.language} folder={folder} language={chosen} />
        ) : (
          <AllLanguages folder={folder} status={status} />
        );
      }}
    </Shown>
  );
}

function AllLanguages({ folder, status }: { folder: string; status: TranslationStatus }) {
  const { t } = useTranslation('translate');
  const { languages, sourceLanguage } = status;
  return (
    <Screen
      key="all"
      title={t('title')}
      heading={
        <>
          <p>
            <Link href={paths.studio(folder)} className="page-back">
              <Icon of={ChevronLeft} directed size="small" />
              <bdi>{status.title}</bdi>
            </Link>
          </p>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="screen__lead">{t('lead')}</p>
        </>
      }
    >
      {languages.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="tiles">
          {languages.map((each) => (
            <li key={each.language}>
              <Tile folder={folder} language={each} />
            </li>
          ))}
        </ul>
      )}
      <AddLanguage
        folder={folder}
        known={[sourceLanguage, ...languages.map((each) => each.language)]}
      />
    </Screen>
  );
}

function Tile({ folder, language }: { folder: string; language: TranslationLanguage }) {
  const format = useFormat();
  return (
    <Link href={paths.translate(folder, language.language)} className="tile">
      <span className="translations__name">{format.language(language.language)}</span>
      <Extent of={language} />
    </Link>
  );
}

function Extent({ of }: { of: TranslationLanguage }) {
  const { t } = useTranslation('translate');
  const words = useExtent(of);
  const { segments, missing } = of;
  return (
    <>
      <Progress done={segments - missing} of={segments} label={t('progress')} words={words} />
      <span className="translations__words">{words}</span>
    </>
  );
}

function Language({ folder, language }: { folder: string; language: TranslationLanguage }) {
  const { t } = useTranslation('translate');
  const format = useFormat();
  const name = format.language(language.language);
  return (
    <Screen
      title={`${name} · ${t('title')}`}
      heading={
        <>
          <p>
            <Link href={paths.translate(folder)} className="page-back">
              <Icon of={ChevronLeft} directed size="small" />
              {t('title')}
            </Link>
          </p>
          <h1 tabIndex={-1}>{name}</h1>
          <Extent of={language} />
        </>
      }
    >
      <Files folder={folder} language={language} />
      <Exchange folder={folder} language={language.language} />
    </Screen>
  );
}

function Files({ folder, language }: { folder: string; language: TranslationLanguage }) {
  const { t } = useTranslation('translate');
  const format = useFormat();
  const titleOf = useFileTitle();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="figures-around" aria-label={t('files.title')} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('files.file')}</th>
            <th scope="col">{t('files.missing')}</th>
            <th scope="col">{t('files.stale')}</th>
            <th scope="col">{t('files.state')}</th>
          </tr>
        </thead>
        <tbody>
          {language.files.map((row) => (
            <tr key={row.file}>
              <th scope="row">
                <Link href={paths.translate(folder, language.language, row.file)} dir="auto">
                  {titleOf(row)}
                </Link>
              </th>
              <td>{row.missing === 0 ? '–' : format.number(row.missing)}</td>
              <td data-stale={row.stale > 0 || undefined}>
                {row.stale === 0 ? '–' : format.number(row.stale)}
              </td>
              <td>
                <State of={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function State({ of }: { of: TranslationFileRow }) {
  const { t } = useTranslation('translate');
  if (!of.isBegun) return t('state.new');
  if (of.isChanged) return t('state.changed');
  if (of.missing > 0 || of.stale > 0) return t('state.going');
  return of.isUnsaid ? t('state.unsaid') : t('state.done');
}
