import type {Cause} from './cause.ts';
import type {Customer} from './customer.ts';
import type {LocalTime} from './localTime.ts';

/** A case as it came in: who, what, where, and who takes it. What follows from it is worked out from its key. */
export interface ComplaintCase {
  /** Tells the case from every other; the streams of its further fate begin with it. */
  readonly key: string;
  readonly receivedAt: LocalTime;
  /** In the contract's words. */
  readonly kind: string;
  /** In the company's word. */
  readonly kindWord: string;
  readonly channel: string;
  /** Where the customer stands in the company's files. */
  readonly customerPlace: number;
  readonly customer: Customer;
  readonly service: string;
  readonly category: string;
  readonly subcategory: string;
  readonly severity: string;
  readonly risk: string;
  readonly department: string;
  readonly handler: string;
  /** Why it came to it, whether or not anybody finds out. */
  readonly cause: Cause;
  readonly isOfOutbreak: boolean;
}

/** A case with the numbers that the register gives it. */
export interface NumberedCase extends ComplaintCase {
  readonly number: string;
  readonly sheetNumber?: string;
}
