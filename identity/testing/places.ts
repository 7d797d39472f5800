/** A small map of China for the matrix, written by hand: the oracle must not learn from the tree that it judges. */
export const above: Readonly<Record<string, string>> = {
  '610000': '000000',
  '620000': '000000',
  '610100': '610000',
  '610300': '610000',
  '610400': '610000',
  '620100': '620000',
  '610102': '610100',
  '610402': '610400',
  '620102': '620100',
};

/** Governments, organs and bodies from which somebody asks. Each stands in another relation to the two cases. */
export const places = [
  '000000',
  '000000/ndrc',
  '610000',
  '610000/transport',
  '620000',
  '610100',
  '610100/transport',
  '610100/audit',
  '610102',
  '610102/roads',
  '610300',
  '610400',
  '610400/transport',
  '620100',
  '620102',
  'body:joint',
  'body:assess',
  'body:weak',
  'body:elsewhere',
] as const;

export interface Body {
  readonly members: readonly string[];
  readonly over: readonly string[];
  readonly powers: readonly string[];
  readonly host?: string;
  readonly kind: 'joint' | 'superior';
}

export interface Duty {
  /** Responsible, leading or cooperating. */
  readonly owes: readonly string[];
  readonly origin: 'agreed' | 'assigned';
}

export interface Place {
  readonly name: string;
  readonly parties: readonly string[];
  readonly bodies: Readonly<Record<string, Body>>;
  readonly duties: Readonly<Record<string, Duty>>;
  readonly inspection: { readonly by: string; readonly objects: readonly string[] };
  readonly tier: string;
  readonly instrument: { readonly by: string; readonly tier: string; readonly targets: readonly string[] };
  readonly topicRaisedBy: readonly string[];
  /** The power that a duty gives, and to whom. */
  readonly powerHolder: string;
}

function bodiesOf(parties: readonly string[], superior: string): Record<string, Body> {
  return {
    'body:joint': {
      kind: 'joint',
      members: parties,
      over: [...parties, '610102/roads'],
      powers: ['convene', 'supervise'],
      host: parties[0] as string,
    },
    'body:assess': { kind: 'superior', members: [superior], over: [...parties, '610102/roads'], powers: ['assess'], host: superior },
    'body:weak': { kind: 'joint', members: [...parties.slice(1), '610100/transport'], over: parties.slice(1), powers: ['convene'] },
  };
}

/** Two cities of one province. */
export const siblings: Place = {
  name: 'siblings',
  parties: ['610100', '610400'],
  bodies: bodiesOf(['610100', '610400'], '610000'),
  duties: {
    'agreed-one': { owes: ['610100'], origin: 'agreed' },
    'agreed-both': { owes: ['610100', '610400'], origin: 'agreed' },
    'assigned-organ': { owes: ['610100/transport'], origin: 'assigned' },
    'assigned-other': { owes: ['610400'], origin: 'assigned' },
    'assigned-county': { owes: ['610102'], origin: 'assigned' },
  },
  inspection: { by: '610000', objects: ['610100'] },
  tier: '610000',
  instrument: { by: '610000/transport', tier: '610000', targets: ['610100'] },
  topicRaisedBy: ['610100'],
  powerHolder: '610400',
};

/** A city and a county of its own: one party is the superior of the other. */
export const nested: Place = {
  ...siblings,
  name: 'nested',
  parties: ['610100', '610102'],
  bodies: bodiesOf(['610100', '610102'], '610000'),
  duties: {
    ...siblings.duties,
    'agreed-both': { owes: ['610100', '610102'], origin: 'agreed' },
    'assigned-other': { owes: ['610102'], origin: 'assigned' },
    // Owed by an organ of the superior party: the county below is no subordinate of the organ.
    'agreed-organ': { owes: ['610100/transport'], origin: 'agreed' },
  },
  powerHolder: '610102',
};

/** A city and a joint body that the case itself did not found: it is involved as a party, and as nothing else. */
export const bodied: Place = { ...siblings, name: 'bodied', parties: ['610100', 'body:elsewhere'] };

/** Two cities of two provinces: each province is above one of them only. */
export const strangers: Place = {
  ...siblings,
  name: 'strangers',
  parties: ['610100', '620100'],
  bodies: bodiesOf(['610100', '620100'], '000000'),
  duties: {
    ...siblings.duties,
    'agreed-both': { owes: ['610100', '620100'], origin: 'agreed' },
    'assigned-other': { owes: ['620100'], origin: 'assigned' },
  },
  inspection: { by: '000000', objects: ['610100', '620100'] },
  tier: '000000',
  instrument: { by: '000000/ndrc', tier: '000000', targets: ['610100', '620100'] },
  powerHolder: '620100',
};
