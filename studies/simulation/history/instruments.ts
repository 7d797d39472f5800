/** Turns the strength of the superior, month by month, into the intervention events of the domain. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { carriedKinds } from '../model/carried.ts';
import type { Kernel } from '../model/kernel.ts';
import { policyPlaces, strengthMax } from '../model/policy.ts';
import { superior } from '../model/superior.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FactWriter } from './facts.ts';

interface Channel {
  readonly channel: 'inspection' | 'fiscal' | 'organisation';
  readonly weight: number;
  readonly title: Bilingual;
  readonly binding: boolean;
  readonly capacityBuilding: boolean;
}

const channelOf: Readonly<Record<(typeof carriedKinds)[number], Omit<Channel, 'weight'>>> = {
  sanction: {
    channel: 'inspection',
    title: { zh: '督查与问责', en: 'inspection and accountability' },
    binding: true,
    capacityBuilding: false,
  },
  subsidy: {
    channel: 'fiscal',
    title: { zh: '以奖代补', en: 'award in place of subsidy' },
    binding: false,
    capacityBuilding: true,
  },
  coordination: {
    channel: 'organisation',
    title: { zh: '协调授权', en: 'coordination mandate' },
    binding: true,
    capacityBuilding: false,
  },
};

function channelsOf({ policy }: Kernel): Channel[] {
  return carriedKinds
    .map((kind) => ({ ...channelOf[kind], weight: policy[policyPlaces[kind]] as number }))
    .filter(({ weight }) => weight > 0);
}

/** What was begun before the first month and is still there, told as applied on the first day; what ends meanwhile is closed. */
export function writeCarried(writer: FactWriter, { carried, parties, months }: Scenario, tiers: readonly string[]): void {
  carried?.interventions.forEach(({ kind, strength, tier: level, from, until = months }, i) => {
    if (from >= months || until <= 0 || strength === 0) return;
    const tier = tiers[Math.min(level, tiers.length - 1)] as string;
    const { channel, title, binding, capacityBuilding } = channelOf[kind];
    const intervention = `carried-${i + 1}`;
    const on = writer.day(Math.max(0, from), 1);
    writer.add('interventionOpened', on, 'superior', {
      intervention,
      tier,
      title: { zh: `此前已有的介入${i + 1}（模拟）`, en: `intervention carried over, ${i + 1} (simulated)` },
      grounds: [],
    });
    writer.add('instrumentApplied', on, 'superior', {
      ...{ instrument: `${intervention}-${channel}`, intervention, title, channel, tier, by: tier, targets: [...parties] },
      ...{ strength: Math.max(1, Math.round(strength)), direct: true, binding, capacityBuilding },
    });
    if (until >= months) return;
    const reason = { zh: '模拟的退出', en: 'simulated exit' };
    writer.add('interventionClosed', writer.day(until, 2), 'superior', { intervention, reason });
  });
}

export class InterventionWriter {
  readonly #writer: FactWriter;
  readonly #parties: readonly string[];
  readonly #tiers: readonly string[];
  readonly #body: string;
  #open: { readonly id: string; level: number; strength: number; readonly channels: readonly Channel[]; readonly tier: string } | undefined;
  #count = 0;

  constructor(writer: FactWriter, parties: readonly string[], tiers: readonly string[], body: string) {
    this.#writer = writer;
    this.#parties = parties;
    this.#tiers = tiers;
    this.#body = body;
  }

  /** Tier that is there now; `undefined` if none is. */
  get tier(): string | undefined {
    return this.#open?.tier;
  }

  /** What changed in the month that the kernel has just run. */
  month(kernel: Kernel, month: number): void {
    const u = kernel.memory[superior.strength] as number;
    const level = kernel.memory[superior.level] as number;
    // Coded from 1 to 5: the faintest intervention is still one.
    const strength = u > 0 ? Math.max(1, Math.round(u * strengthMax)) : 0;
    if (this.#open !== undefined && (strength === 0 || level !== this.#open.level)) this.#close(month, strength === 0);
    if (strength === 0) return;
    if (this.#open === undefined) this.#begin(kernel, month, level, strength);
    else if (strength !== this.#open.strength) this.#change(month, strength);
  }

  #begin(kernel: Kernel, month: number, level: number, strength: number): void {
    this.#count += 1;
    const id = `intervention-${this.#count}`;
    const tier = this.#tiers[Math.min(level, this.#tiers.length - 1)] as string;
    const channels = channelsOf(kernel);
    const on = this.#writer.day(month, 2);
    this.#writer.add('interventionOpened', on, 'superior', {
      intervention: id,
      tier,
      title: { zh: `第${this.#count}次介入（模拟）`, en: `intervention ${this.#count} (simulated)` },
      grounds: [],
    });
    for (const { channel, title, binding, capacityBuilding } of channels) {
      this.#writer.add('instrumentApplied', on, 'superior', {
        instrument: `${id}-${channel}`,
        intervention: id,
        title,
        channel,
        strength,
        tier,
        by: tier,
        targets: [...this.#parties],
        direct: true,
        binding,
        capacityBuilding,
      });
    }
    this.#open = { id, level, strength, channels, tier };
  }

  #change(month: number, strength: number): void {
    const open = this.#open;
    if (open === undefined) return;
    const type = strength < open.strength ? 'interventionTapered' : 'interventionEscalated';
    for (const { channel } of open.channels)
      this.#writer.add(type, this.#writer.day(month, 2), 'superior', { instrument: `${open.id}-${channel}`, strength });
    open.strength = strength;
  }

  #close(month: number, ends: boolean): void {
    const open = this.#open;
    if (open === undefined) return;
    const on = this.#writer.day(month, 2);
    const reason = ends ? { zh: '模拟的退出', en: 'simulated exit' } : { zh: '由上一级接续', en: 'taken up by the next tier' };
    this.#writer.add('interventionClosed', on, 'superior', { intervention: open.id, reason });
    if (ends) this.#writer.add('powersRestored', on, 'superior', { intervention: open.id, powers: ['coordinate'], receiver: this.#body });
    this.#open = undefined;
  }
}
