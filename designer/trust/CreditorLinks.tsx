import { Anchor, List } from '@mantine/core';
import { Link } from '@tanstack/react-router';

type CreditorLinksProps = {
  readonly creditors: readonly { readonly id: string; readonly name: string }[];
};

/** To the statement of each creditor that one may see. */
export function CreditorLinks({ creditors }: CreditorLinksProps) {
  return (
    <List listStyleType="none" p="md" spacing="xs">
      {creditors.map(({ id, name }) => (
        <List.Item key={id}>
          <StatementLink id={id} name={name} />
        </List.Item>
      ))}
    </List>
  );
}

export function StatementLink({ id, name }: { id: string; name: string }) {
  return (
    <Anchor component={Link} to="/trust/$creditorId" params={{ creditorId: id } as never}>
      {name}
    </Anchor>
  );
}
