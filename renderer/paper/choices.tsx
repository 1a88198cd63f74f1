// Questions answered by ticking boxes: choice, true or false, web addresses, forms.
import { useTranslation } from 'react-i18next';
import { Words, WordsInLine } from '../prose/words';
import { Box, How, keyOf, type PaperProps, Said, saidOf } from './parts';

export function ChoicePaper({ view }: PaperProps<'choice'>) {
  const { t } = useTranslation('paper');
  const right = keyOf(view)?.answer;
  return (
    <>
      <How>{view.shown.several ? t('how.several') : t('how.one')}</How>
      <ul className="paper__options">
        {view.shown.options.map((option, at) => (
          <li key={at}>
            <Box isRight={right?.includes(at) ?? false} />
            <div>
              <Words nodes={option} />
              <Said nodes={saidOf(view, at)} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

export function TrueFalsePaper({ view }: PaperProps<'truefalse'>) {
  const { t } = useTranslation(['paper', 'item']);
  const right = keyOf(view)?.answer;
  return (
    <>
      <How>{t('how.judge')}</How>
      <table className="paper__table">
        <tbody>
          {view.shown.statements.map((statement, at) => (
            <tr key={at}>
              <td>
                <Words nodes={statement} />
                <Said nodes={saidOf(view, at)} />
              </td>
              <td className="paper__pick">
                <Box isRight={right?.[at] === true} /> {t('item:truefalse.true')}
              </td>
              <td className="paper__pick">
                <Box isRight={right?.[at] === false} /> {t('item:truefalse.false')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function AddressPaper({ view }: PaperProps<'address'>) {
  const { t } = useTranslation(['paper', 'item']);
  const key = keyOf(view);
  return (
    <>
      <How>{t('how.address')}</How>
      <table className="paper__table">
        <tbody>
          {view.shown.addresses.map((address, at) => {
            const relief = key?.due.addresses[at];
            return (
              <tr key={at}>
                <td>
                  <code className="paper__address" dir="ltr">
                    {relief ? (
                      <>
                        {relief.before}
                        <strong>{relief.domain}</strong>
                        {relief.after}
                      </>
                    ) : (
                      address
                    )}
                  </code>
                  <Said nodes={saidOf(view, at)} />
                </td>
                <td className="paper__pick">
                  <Box isRight={key?.answer[at] === true} /> {t('item:address.genuine')}
                </td>
                <td className="paper__pick">
                  <Box isRight={key?.answer[at] === false} /> {t('item:address.notGenuine')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

export function FormPaper({ view }: PaperProps<'form'>) {
  const { t } = useTranslation('paper');
  const right = keyOf(view)?.answer;
  const { title, heads, rows } = view.shown;
  return (
    <>
      <How>{t('how.form')}</How>
      <table className="paper__table">
        {title !== null && (
          <caption>
            <WordsInLine nodes={[{ type: 'text', text: title }]} />
          </caption>
        )}
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col">
                <WordsInLine nodes={head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ setting, choices }, at) => (
            <tr key={at}>
              <td>
                <WordsInLine nodes={setting} />
                <Said nodes={saidOf(view, at)} />
              </td>
              <td>
                <ul className="paper__picks">
                  {choices.map((choice, place) => (
                    <li key={place}>
                      <Box isRight={right?.[at] === place} /> <WordsInLine nodes={choice} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
