import { payloadSchemas } from '@gongze/domain/events/catalogue';
import { nameSchema } from '@gongze/domain/events/schemas';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from './describe.ts';
import { loadCase } from '@gongze/cases';
import { idOfName, payloadOf, type TypedFields, typedOf } from './value.ts';

const drafted = fieldsOf(payloadSchemas.obligationDrafted);

describe('what a form stands for', () => {
  it('is a valid payload once what is needed was typed', () => {
    const payload = payloadOf(
      drafted,
      {
        obligation: 'o-1',
        title: { zh: '建桥' },
        origin: 'agreed',
        liable: ['610100', '610400'],
        shares: { '610100': '0.25', '610400': '0.75' },
        weight: '2',
        yardsticks: [
          {
            yardstick: 'y',
            indicator: 'i',
            subject: '610100',
            unit: 'km',
            target: { option: '1', value: { value: '-25' } },
            direction: 'atMost',
            dueOn: '2027-01-01',
          },
        ],
        measure: { zh: ' ' },
      },
      'zh',
    );
    expect(payload).toEqual({
      obligation: 'o-1',
      title: { zh: '建桥', en: '建桥' },
      origin: 'agreed',
      liable: ['610100', '610400'],
      shares: { '610100': 0.25, '610400': 0.75 },
      weight: 2,
      yardsticks: [
        {
          yardstick: 'y',
          indicator: 'i',
          subject: '610100',
          unit: 'km',
          target: { kind: 'changePercent', value: -25 },
          direction: 'atMost',
          dueOn: '2027-01-01',
        },
      ],
    });
    expect(payloadSchemas.obligationDrafted.safeParse(payload).success).toBe(true);
  });
  it('keeps both languages where both were typed, and leaves out what was not', () => {
    expect(payloadOf(drafted, { title: { zh: '桥', en: 'Bridge' } }, 'en')).toEqual({ title: { zh: '桥', en: 'Bridge' } });
  });
  it('hands on what is no number, for the schema to refuse', () => {
    expect(payloadOf(drafted, { weight: 'many' }, 'en')).toEqual({ weight: 'many' });
    expect(payloadOf(drafted, { weight: '1,000' }, 'en')).toEqual({ weight: 1000 });
  });
  it('gives an empty list where the schema wants one', () => {
    expect(payloadOf(fieldsOf(payloadSchemas.agreementDrafted), {}, 'en')).toEqual({ topics: [], clauses: [] });
  });
  it('opens on what stands, and gives it back unchanged: every duty of the shipped cases', () => {
    const duties = (['xixian', 'jingjinji'] as const)
      .flatMap((id) => loadCase(id).facts)
      .filter(({ type }) => type === 'obligationDrafted');
    expect(duties.length).toBeGreaterThan(10);
    for (const lang of ['zh', 'en'] as const)
      for (const { payload } of duties) {
        const typed = Object.fromEntries(
          drafted.map((field) => [field.name, typedOf(field, (payload as Record<string, unknown>)[field.name], lang)]),
        ) as TypedFields;
        expect(payloadOf(drafted, typed, lang)).toEqual(payload);
      }
  });
});

it('an indicator is named in any words: the same words are the same indicator, an id stays what it is', () => {
  expect(idOfName('pm25.annual')).toBe('pm25.annual');
  const [one, again, other] = [idOfName('通车里程'), idOfName('通车里程'), idOfName('开放里程')];
  expect(one).toBe(again);
  expect(one).not.toBe(other);
  for (const text of ['通车里程', 'kilometres open', '１２ km', ' ']) expect(nameSchema.safeParse(idOfName(text)).success, text).toBe(true);
});
