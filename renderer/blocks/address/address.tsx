// `address`: web addresses, each judged genuine or not; then the registered name stands out.
import './address.css';
import { useTranslation } from 'react-i18next';
import type { WebAddress } from '../../../core/course/blocks/web-address';
import { OwnWords } from '../../prose/own-words';
import { useFormat } from '../../text/use-format';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { keyFeedback, ordinals, someRight } from '../item-view';
import { Judged, Judging } from '../judgements';
import { begin, missing } from './address-view';

function useWord(): (judgement: boolean) => string {
  const { t } = useTranslation('item');
  return (judgement) => (judgement ? t('address.genuine') : t('address.notGenuine'));
}

function Form(props: FormProps<'address'>) {
  const word = useWord();
  const { addresses } = props.view.shown;
  return (
    <Judging
      {...props}
      count={addresses.length}
      word={word}
      thing={(at, id) => (
        <div className="prose">
          {/* Never a link; and it runs from left to right in every language. */}
          <bdi className="address__text" id={id} dir="ltr" translate="no">
            {addresses[at]}
          </bdi>
        </div>
      )}
      tried={props.view.verdict}
    />
  );
}

function Settled({ view, given, keyOf }: SettledProps<'address'>) {
  const word = useWord();
  const { addresses } = keyOf.due;
  return (
    <Judged
      count={view.shown.addresses.length}
      word={word}
      thing={(at) => addresses[at] && <InRelief {...addresses[at]} />}
      given={given}
      truth={keyOf.answer}
      feedback={(at) => keyFeedback(keyOf, at)}
    />
  );
}

/** The address with the part in relief that had to be registered. */
function InRelief({ before, domain, after, goesTo }: WebAddress) {
  const { t } = useTranslation('item');
  return (
    <div className="prose">
      <bdi className="address__text" dir="ltr" translate="no">
        <span className="address__rest">{before}</span>
        <strong className="address__domain">{domain}</strong>
        <span className="address__rest">{after}</span>
      </bdi>
      <OwnWords hidden>{t('address.site', { site: domain })}</OwnWords>
      {goesTo !== null && (
        <p className="address__goes-to">
          <OwnWords>{t('address.goesTo', { host: goesTo })}</OwnWords>
        </p>
      )}
    </div>
  );
}

function useWords(): BlockWords<'address'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (shown, parts) =>
      shown.addresses.length === 1
        ? t('address.missingOnly')
        : t('address.missing', { count: parts.length, parts: format.list(ordinals(parts)) }),
    count: (view, verdict) => {
      const all = view.shown.addresses.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const address: Block<'address'> = { Form, Settled, begin, missing, useWords };
