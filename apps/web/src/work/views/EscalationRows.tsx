import type { EscalationTable } from '@gongze/domain/events/ruleTables';
import { DataTable } from '../../parts/DataTable.tsx';
import { useViewOf } from '../../view/store.ts';
import { superiorWords as s } from './superiorWords.ts';

/** The steps of a rule for slips: colour, grace, and whose step it is. */
export function EscalationRows({ table }: { readonly table: EscalationTable }) {
  const lang = useViewOf('lang');
  const office = (up: number): string => (up === 0 ? s.slipDecider[lang] : `${s.slipAbove[lang]} ${up}`);
  return (
    <DataTable
      caption={s.slipSteps[lang]}
      hideCaption
      rows={table.steps.map((step, index) => ({ ...step, place: index + 1 }))}
      rowKey={({ place }) => `${place}`}
      columns={[
        { key: 'slip', head: s.slipColour[lang], rowHead: true, cell: ({ slip }) => s[slip][lang] },
        { key: 'grace', head: s.slipGrace[lang], cell: ({ graceDays }) => graceDays },
        { key: 'up', head: s.slipOffice[lang], cell: ({ up }) => office(up) },
      ]}
    />
  );
}
