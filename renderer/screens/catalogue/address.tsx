// The address of the catalogue, typed or pasted: it is asked at once, and nothing is believed yet.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCatalogueAddress } from '../../../core/catalogue/address';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { TextField } from '../../ui/text-field';

/** Put in, so that they read from left to right within Arabic too. */
const examples = { web: 'https://', folder: '\\\\server\\courses' };

export function CatalogueAddress({
  now,
  onSet = () => {},
}: {
  /** Null while it is switched off. */
  now: string | null;
  onSet?: () => void;
}) {
  const { t } = useTranslation('catalogue');
  const [address, setAddress] = useState(now ?? '');
  const [isWrong, setWrong] = useState(false);
  const { state, run } = useAction();
  const set = async (): Promise<void> => {
    const isGood = readCatalogueAddress(address) !== null;
    setWrong(!isGood);
    if (isGood && (await run(() => ask('catalogue.set', { address })))) onSet();
  };
  return (
    <form
      className="catalogue__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <TextField
        label={t('address.label')}
        hint={t('address.hint', examples)}
        error={isWrong ? t('address.wrong', examples) : null}
        validationBehavior="aria"
        autoComplete="off"
        maxLength={2000}
        value={address}
        onChange={setAddress}
        beside={
          <Button type="submit" isPending={state.at === 'working'}>
            {t('address.use')}
          </Button>
        }
      />
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </form>
  );
}
