import { useTranslation } from 'react-i18next';
import { Choice } from '../header/Choice.tsx';
import { type FactFilter, factFilters } from './filterFacts.ts';

interface FactSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

export function FactSearch({ query, onQuery, filter, onFilter }: FactSearchProps) {
  const { t } = useTranslation();
  return (
    <div className="fact-search">
      <label>
        <span>{t('facts.search')}</span>
        <input id="fact-search" type="search" value={query} onChange={(event) => onQuery(event.currentTarget.value)} />
      </label>
      <Choice
        label={t('facts.filter')}
        value={filter}
        options={factFilters.map((value) => ({ value, text: t(`facts.${value}`) }))}
        onChoose={onFilter}
      />
      <span className="note">{t('facts.searchHint')}</span>
    </div>
  );
}
