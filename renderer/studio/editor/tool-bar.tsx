// The buttons above the text. Each shows its word and its keys when it is pointed at or focused.
import {
  Bold,
  Heading,
  Image,
  Italic,
  Link,
  List,
  type LucideIcon,
  MessageSquareQuote,
  Table,
} from 'lucide-react';
import { memo } from 'react';
import {
  Toolbar as AriaToolbar,
  Button,
  Dialog,
  DialogTrigger,
  FileTrigger,
  Popover,
  TooltipTrigger,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { TableSize } from '../table/table-size';
import { type ActionName, actionNames, actions, otherKeys } from './actions';
import { InsertMenu } from './insert-menu';
import { Tip } from './tip';

const icons: Record<ActionName, LucideIcon> = {
  bold: Bold,
  italic: Italic,
  link: Link,
  heading: Heading,
  list: List,
  callout: MessageSquareQuote,
};

/** What the window can show, by the names that files have. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];

interface ToolBarProps {
  isInserting: boolean;
  onInserting: (isOpen: boolean) => void;
  isSizing: boolean;
  onSizing: (isOpen: boolean) => void;
  onTable: (columns: number, rows: number) => void;
  onInsert: (markdown: string) => void;
  onAction: (action: ActionName) => void;
  onPictures: (files: readonly File[]) => void;
  /** The button of pictures, so that its key can press it. */
  pictureRef: React.RefObject<HTMLButtonElement | null>;
}

export const ToolBar = memo(function ToolBar(props: ToolBarProps) {
  const { isInserting, onInserting, onInsert, onAction, onPictures, pictureRef } = props;
  const { isSizing, onSizing, onTable } = props;
  const { t } = useTranslation('studio-editor');
  const picture = t('action.picture');
  const table = t('action.table');
  return (
    <AriaToolbar className="editor__tools" aria-label={t('tools')}>
      <InsertMenu
        isOpen={isInserting}
        onOpen={onInserting}
        onInsert={onInsert}
        onTable={() => onSizing(true)}
      />
      {actionNames.map((name) => {
        const label = t(`action.${name}`);
        const { key } = actions[name];
        return (
          <TooltipTrigger key={name} delay={400} closeDelay={0}>
            <Button className="editor__tool" aria-label={label} onPress={() => onAction(name)}>
              <Icon of={icons[name]} />
            </Button>
            <Tip label={label} of={key} />
          </TooltipTrigger>
        );
      })}
      <DialogTrigger isOpen={isSizing} onOpenChange={onSizing}>
        <TooltipTrigger delay={400} closeDelay={0}>
          <Button className="editor__tool" aria-label={table}>
            <Icon of={Table} />
          </Button>
          <Tip label={table} of={otherKeys.table} />
        </TooltipTrigger>
        <Popover className="insert table-form__menu" placement="bottom start" offset={4}>
          <Dialog aria-label={table}>
            <TableSize onInsert={onTable} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <TooltipTrigger delay={400} closeDelay={0}>
        <FileTrigger
          acceptedFileTypes={pictureTypes}
          onSelect={(files) => onPictures([...(files ?? [])])}
        >
          <Button ref={pictureRef} className="editor__tool" aria-label={picture}>
            <Icon of={Image} />
          </Button>
        </FileTrigger>
        <Tip label={picture} of={otherKeys.picture} />
      </TooltipTrigger>
    </AriaToolbar>
  );
});
