/** Questions about single words that many rules ask: is it a modal, a verb, an adverb, the end of a name. */
import { aims } from './aims.data.ts';
import { closesParty } from './party.ts';
import { wordClass } from './token.ts';
import { adverbs, connectives, hedges, modals } from './words.ts';

export const isModal = wordClass(modals);
export const isAim = wordClass(aims);
export const isConcrete = wordClass((text) => aims.get(text) === 'concrete');
/** 公布结果: the dictionary has it as a verb (to bear fruit), agreements never. */
const noun = /^(?:结果|成果)$/;
export const isVerb = wordClass((text, kind) => !noun.test(text) && (kind === 'v' || kind === 'w' || aims.has(text)));
/** A verb that is rarely a noun. */
export const strong = wordClass(
  (text, kind) => (kind === 'v' && (aims.has(text) || text.length >= 2)) || (aims.has(text) && kind !== 'w' && kind !== 'n'),
);
export const isAdverb = wordClass(new Set(adverbs));
export const isConnective = wordClass(new Set(connectives));
export const isHedge = wordClass(new Set(hedges));
export const isPreposition = wordClass(
  new Set(
    '在 于 按 按照 根据 依据 依照 通过 以 为 从 自 经 就 围绕 依托 结合 针对 对 对于 关于 向 与 同 和 把 将 对照 按着 沿着 借助 凭借 立足 着眼于 立足于 基于 鉴于 出于 经由 藉由  遵循 本着 参照 比照 凭 用 给 跟 除 随 随着 视 至于 利用 应对 面向 比 较 因 朝着'.split(
      ' ',
    ),
  ),
);
/** A word that can close the name of a party. */
export const endsParty = wordClass(closesParty);
/** 应, 须, 可: plain modals before which nothing can be a verb. */
export const isPlainModal = wordClass(/^(?:应|应当|须|必须|不得|可|可以)$/);
