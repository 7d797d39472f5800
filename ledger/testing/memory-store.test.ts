import { memoryStore } from '@gongze/application/ledger/memory-store';
import { storeContract } from './contract.ts';

storeContract('memory', async () => memoryStore());
