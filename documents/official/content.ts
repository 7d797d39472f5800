/** What an official document says, apart from how it is laid out. Both languages stand in it; a layout prints one. */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export type OfficialKind = 'notice' | 'letter' | 'minutes' | 'intervention';

/** 发文字号: the issuer's code, the year and the serial number, as 京环〔2025〕3号. */
export interface DocumentNumber {
  readonly code: string;
  readonly year: number;
  readonly serial: number;
}

/** One step of the body: a heading 一、 or a paragraph under it. */
export interface Block {
  readonly level: 'heading' | 'paragraph';
  readonly text: Bilingual;
}

export interface OfficialDocument {
  readonly kind: OfficialKind;
  readonly issuer: Bilingual;
  /** What stands in red on top: the issuer with the kind of document. */
  readonly mark: Bilingual;
  /** Absent: the place is left free, for the registry to fill in. */
  readonly number?: DocumentNumber | undefined;
  readonly urgency?: Bilingual | undefined;
  readonly title: Bilingual;
  readonly to: readonly Bilingual[];
  readonly body: readonly Block[];
  readonly annexes: readonly Bilingual[];
  /** Of minutes only. */
  readonly attendance?: { readonly present: readonly Bilingual[]; readonly absent: readonly Bilingual[] } | undefined;
  readonly date: IsoDate;
  readonly copies: readonly Bilingual[];
}

export type DocumentRefusalKind =
  | 'noDuty'
  | 'unknownDuty'
  | 'dutyEnded'
  | 'unsigned'
  | 'unaccepted'
  | 'outOfTurn'
  | 'noIssuer'
  | 'noPower'
  | 'sameSide'
  | 'noMeeting'
  | 'unknownMeeting'
  | 'notHeld'
  | 'noIntervention'
  | 'unknownIntervention';

export type DocumentAnswer =
  | { readonly ok: true; readonly document: OfficialDocument }
  | { readonly ok: false; readonly refusal: DocumentRefusalKind; readonly text: Bilingual };

const refusals: Readonly<Record<DocumentRefusalKind, Bilingual>> = {
  noDuty: { zh: '该案例在这一天没有需要督办的责任事项。', en: 'On this day the case has no duty to write about.' },
  unknownDuty: { zh: '案例中没有这个编号的责任事项。', en: 'The case has no duty with this id.' },
  dutyEnded: { zh: '该责任事项已办结或解除，无须再发督办通知。', en: 'The duty has ended; there is nothing left to supervise.' },
  noIssuer: {
    zh: '看不出由谁发文：没有交办单位，也没有可以督办各方的机构。请选择发文单位。',
    en: 'It is not known who issues it: nobody assigned the duty, and no body may supervise the parties. Choose the issuer.',
  },
  noPower: {
    zh: '发文单位不是责任单位的上级，也没有监督、考核的授权，不能发督办通知单；可以发函商请。',
    en: 'The issuer is neither above those who owe the duty nor given a power over them, so it cannot issue a notice. It can write a letter.',
  },
  unsigned: {
    zh: '该事项所属的协议尚未签署，尚不生效，不能据以督办或催办。请先签署协议。',
    en: 'The agreement that it follows from is not signed, so it binds nobody yet and nobody can be held to it. Sign the agreement first.',
  },
  unaccepted: {
    zh: '该事项尚未被全部承担方接受，尚不生效，不能据以督办或催办。请先由其接受，或由上级交办。',
    en: 'Not all who are to owe it have accepted it, so it binds nobody yet and nobody can be held to it. Have it accepted, or assigned by a superior.',
  },
  outOfTurn: {
    zh: '尚未轮到该发文单位：还有更近的上级没有用尽办法。请由更近的上级发出；确需越级的，先在案中写明理由发出督办单，再出通知单。',
    en: 'It is not the turn of this issuer: a nearer superior has not failed. Let the nearer one issue it; or first issue the slip in the case with a written reason, then write the notice.',
  },
  sameSide: { zh: '发文单位就是责任单位。', en: 'The issuer is the one who owes the duty.' },
  noMeeting: { zh: '到这一天为止没有召开过会议。', en: 'No meeting was held by this day.' },
  unknownMeeting: { zh: '案例中没有这个编号的会议。', en: 'The case has no meeting with this id.' },
  noIntervention: { zh: '到这一天为止没有启动过介入。', en: 'No intervention was opened by this day.' },
  unknownIntervention: { zh: '案例中没有这个编号的介入。', en: 'The case has no intervention with this id.' },
  notHeld: { zh: '会议尚未召开，还没有纪要可写。', en: 'The meeting has not been held: there is nothing to minute yet.' },
};

export function refuseDocument(refusal: DocumentRefusalKind): DocumentAnswer {
  return { ok: false, refusal, text: refusals[refusal] };
}

export function heading(zh: string, en: string): Block {
  return { level: 'heading', text: { zh, en } };
}

export function paragraph(zh: string, en: string): Block {
  return { level: 'paragraph', text: { zh, en } };
}
