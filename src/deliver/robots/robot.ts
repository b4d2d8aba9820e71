import type {Digest} from '../../../reports/digest/digest.ts';

/** What a robot is to say. */
export interface RobotMessage {
  readonly digest: Digest;
  readonly title: string;
  /** Markdown, within the robot's length. */
  readonly text: string;
  /** The address of the report. */
  readonly link: string;
}

/** How the robots of one messenger are spoken to. */
export interface Robot {
  /** As problems name it. */
  readonly name: string;
  /** How long a text may be, in bytes of UTF-8. */
  readonly longest: number;
  /** What stands between two lines. */
  readonly lineEnd: string;
  /** Whether the title is a part of the text. */
  readonly hasTitle: boolean;
  readonly bodyOf: (message: RobotMessage) => Readonly<Record<string, unknown>>;
  /** Signs a message; robots that know no secret leave this out. */
  readonly sign?: (message: Unsigned, secret: string, at: Date) => Unsigned;
  /** What an answer says of failures that pass, by their number, with how many seconds to wait. */
  readonly passing: Readonly<Record<number, number>>;
}

/** A message as it is posted. */
export interface Unsigned {
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
}
