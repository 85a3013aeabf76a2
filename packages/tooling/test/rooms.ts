import { rooms as roomsOf } from '../src/testing/specs.mjs';
import { workspace } from './scratch.ts';

/** A room of the workspace. */
export type Room = { name: string; folder: string; scripts: Record<string, string> };

export const rooms = (): Room[] => roomsOf(workspace);
