/** Rows of the time axis from top to bottom: which lane, how high, where. */
import type { DrawnFan } from '../future/drawn.ts';
import type { DayNumber } from '@gongze/domain/vocabulary/dates';
import type { Variable } from '@gongze/domain/vocabulary/levels';
import { variables } from '@gongze/domain/vocabulary/levels';
import { type PlacedNote, placeNotes, NOTE_HEIGHT } from './placeNotes.ts';
import type { Note } from '../notes/notes.ts';
import type { BodyLane, FactMark, InterventionSpan, TimelineModel, UndatedGroup } from './model.ts';
import { type Packed, packMarks } from './pack.ts';
import type { Scale } from './scale.ts';
import type { DilemmaLane } from './series.ts';

export type Group = 'superiors' | 'bodies' | 'parties' | 'duties' | 'variables' | 'dilemmas';

interface Placed {
  readonly key: string;
  readonly y: number;
  readonly height: number;
}

export type Row = Placed &
  (
    | { readonly kind: 'group'; readonly group: Group }
    | { readonly kind: 'superior' | 'party'; readonly id: string; readonly packed: Packed }
    | { readonly kind: 'channel'; readonly id: string; readonly channel: string; readonly spans: readonly InterventionSpan[] }
    | { readonly kind: 'body'; readonly id: string; readonly packed: Packed; readonly lane: BodyLane }
    | { readonly kind: 'note'; readonly notes: readonly PlacedNote[] }
    | { readonly kind: 'undated'; readonly groups: readonly UndatedGroup[] }
    | { readonly kind: 'duty'; readonly duty: TimelineModel['duties'][number] }
    | { readonly kind: 'variable'; readonly variable: Variable }
    | { readonly kind: 'future'; readonly fan: DrawnFan }
    | { readonly kind: 'dilemma'; readonly lane: DilemmaLane }
  );

export type RowOf<K extends Row['kind']> = Extract<Row, { kind: K }>;

export const AXIS_HEIGHT = 26;
export const FOOT_HEIGHT = 22;
const GROUP_HEIGHT = 24;
const CHANNEL_HEIGHT = 18;
export const MARK_ROW = 14;
/** A name that can be pressed keeps its distance from the next one. */
const LANE_LEAST = 24;
const DENSITY_HEIGHT = 34;
const FUTURE_HEIGHT = 84;

export interface Layout {
  readonly rows: readonly Row[];
  readonly height: number;
  readonly scale: Scale;
  readonly until: DayNumber;
}

type Unplaced = Row extends infer R ? (R extends Row ? Omit<R, 'y'> : never) : never;

function laneHeight(packed: Packed): number {
  return packed.mode === 'density' ? DENSITY_HEIGHT : Math.max(LANE_LEAST, packed.rows * MARK_ROW + 8);
}

/** What is drawn beside what happened, where there is any: what a model says of the future, and the reader's notes. */
export interface Beside {
  readonly fan?: DrawnFan | undefined;
  readonly notes?: readonly Note[];
}

export function layoutOf(model: TimelineModel, dilemmas: readonly DilemmaLane[], scale: Scale, { fan, notes = [] }: Beside = {}): Layout {
  const rows: Row[] = [];
  let y = AXIS_HEIGHT;
  const add = (row: Unplaced): void => {
    rows.push({ ...row, y } as Row);
    y += row.height;
  };
  const group = (name: Group): void => add({ kind: 'group', key: `group:${name}`, group: name, height: GROUP_HEIGHT });
  const pack = (marks: readonly FactMark[]) => packMarks(marks, scale);

  const placed = placeNotes(notes, scale);
  if (placed.notes.length > 0) add({ kind: 'note', key: 'notes', notes: placed.notes, height: placed.rows * NOTE_HEIGHT + 6 });
  group('superiors');
  for (const { id, facts, channels } of model.superiors) {
    const packed = pack(facts);
    add({ kind: 'superior', key: `superior:${id}`, id, packed, height: laneHeight(packed) });
    for (const { channel, spans } of channels)
      add({ kind: 'channel', key: `channel:${id}:${channel}`, id, channel, spans, height: CHANNEL_HEIGHT });
  }
  if (model.bodies.length > 0) group('bodies');
  for (const lane of model.bodies) {
    const packed = pack(lane.facts);
    add({ kind: 'body', key: `body:${lane.id}`, id: lane.id, lane, packed, height: laneHeight(packed) + 4 });
  }
  group('parties');
  for (const { id, facts } of model.parties) {
    const packed = pack(facts);
    add({ kind: 'party', key: `party:${id}`, id, packed, height: laneHeight(packed) });
  }
  if (model.undated.length > 0) add({ kind: 'undated', key: 'undated', groups: model.undated, height: model.undated.length * 9 + 11 });
  group('duties');
  for (const duty of model.duties) add({ kind: 'duty', key: `duty:${duty.id}`, duty, height: 22 });
  group('variables');
  for (const variable of variables) add({ kind: 'variable', key: `variable:${variable}`, variable, height: 42 });
  if (fan !== undefined) add({ kind: 'future', key: 'future', fan, height: FUTURE_HEIGHT });
  group('dilemmas');
  for (const lane of dilemmas) add({ kind: 'dilemma', key: `dilemma:${lane.id}`, lane, height: 20 });
  return { rows, height: y + FOOT_HEIGHT, scale, until: model.until };
}
