/** The parts of the obligations, in the order in which they are shown; each is loaded when it is first opened. */
import type { Component } from 'svelte';
import { agreementsText } from '../../core/text/en/obligations-agreements.ts';
import { obligationsDueText } from '../../core/text/en/obligations-due.ts';
import { obligationsLicensingText } from '../../core/text/en/obligations-licensing.ts';
import { obligationsRoleText } from '../../core/text/en/obligations-role.ts';
import { mcaText } from '../../core/text/en/obligations-mca.ts';
import { obligationsText } from '../../core/text/en/obligations.ts';
import { plusText } from '../../core/text/en/obligations-plus.ts';
import type { ScreenProps } from '../screen.ts';

export interface SectionProps extends ScreenProps {
  /** What the address names in this part: the id of a rule in Rules; empty where nothing is named. */
  readonly place: string;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  load(): Promise<Component<SectionProps>>;
}

export const SECTIONS: readonly [Section, ...Section[]] = [
  {
    name: 'due',
    title: obligationsDueText.part,
    load: async () => (await import('./due/Due.svelte')).default,
  },
  {
    name: 'mca',
    title: mcaText.part,
    load: async () => (await import('./mca/Mca.svelte')).default,
  },
  {
    name: 'role',
    title: obligationsRoleText.part,
    load: async () => (await import('./role/Role.svelte')).default,
  },
  {
    name: 'agreements',
    title: agreementsText.part,
    load: async () => (await import('./agreements/Agreements.svelte')).default,
  },
  {
    name: 'plus',
    title: plusText.part,
    load: async () => (await import('./plus/Plus.svelte')).default,
  },
  {
    name: 'licensing',
    title: obligationsLicensingText.part,
    load: async () => (await import('./licensing/Licensing.svelte')).default,
  },
  {
    name: 'rules',
    title: obligationsText.rules.part,
    load: async () => (await import('./rules/Rules.svelte')).default,
  },
];
