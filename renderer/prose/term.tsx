// A word of the glossary in a text: pressed, it says on the spot what it means.
import { type ReactNode, useContext } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { wordsOf } from '../text/languages';
import { InlineView } from './inline';
import { Nodes } from './nodes';
import { ProseContext } from './prose-context';

export const drawTerm = (anchor: string, words: ReactNode): ReactNode => (
  <TermLink anchor={anchor}>{words}</TermLink>
);

function TermLink({ anchor, children }: { anchor: string; children: ReactNode }) {
  const scope = useContext(ProseContext);
  const { language, terms } = scope.glossary;
  const found = terms.find((each) => each.anchor === anchor);
  if (!found) return <>{children}</>;
  return (
    <DialogTrigger>
      <Button className="prose__term">{children}</Button>
      <Popover className="term" offset={4} placement="bottom start">
        <Dialog className="term__dialog">
          <ProseContext value={{ ...scope, language }}>
            <div className="prose" {...wordsOf(language)}>
              <Heading slot="title" level={2} className="term__title">
                <InlineView nodes={found.term} />
              </Heading>
              <Nodes nodes={found.definition} />
            </div>
          </ProseContext>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
