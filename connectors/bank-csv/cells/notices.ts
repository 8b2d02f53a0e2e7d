export type Notices = {
  readonly name: string | null;
  readonly account: string | null;
  readonly bic: string | null;
  readonly description: string;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly returnReason: string | null;
};
