/** The faults of the ledger; they are declared where the use cases can see them. */
export { LedgerFault, StoreUnavailable } from '@gongze/application/ledger/fault';
