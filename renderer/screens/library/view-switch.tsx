// Cards or a list: two buttons of which one is pressed.
import { LayoutGrid, List } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LibraryShown } from '../../../core/settings';
import { Icon } from '../../ui/icon';

interface ViewSwitchProps {
  shown: LibraryShown;
  onShow: (shown: LibraryShown) => void;
}

export function ViewSwitch({ shown, onShow }: ViewSwitchProps) {
  const { t } = useTranslation('library');
  return (
    <ToggleButtonGroup
      className="view-switch"
      aria-label={t('view.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        if (key !== undefined) onShow(key as LibraryShown);
      }}
    >
      <ToggleButton id="cards" className="view-switch__one">
        <Icon of={LayoutGrid} size="small" />
        {t('view.cards')}
      </ToggleButton>
      <ToggleButton id="list" className="view-switch__one">
        <Icon of={List} size="small" />
        {t('view.list')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
