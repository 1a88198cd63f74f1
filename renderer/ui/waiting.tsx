// What stands where something is still being read: nothing at first, then grey lines and a word.
import './waiting.css';
import { useTranslation } from 'react-i18next';
import { useAfter } from '../client/use-after';

const noticeableMilliseconds = 200;

export function Waiting() {
  const { t } = useTranslation();
  const isShown = useAfter(noticeableMilliseconds);
  if (!isShown) return null;
  return (
    <div className="waiting">
      <p className="for-ears" role="status">
        {t('oneMoment')}
      </p>
      <div className="waiting__line waiting__line--title" />
      <div className="waiting__line" />
      <div className="waiting__line" />
      <div className="waiting__line waiting__line--last" />
    </div>
  );
}
