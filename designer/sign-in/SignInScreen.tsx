import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../api/session.ts';
import { sayError } from '../ui/states/say-error.ts';
import { LanguageLine } from './LanguageLine.tsx';
import styles from './sign-in.module.css';

/** The door. What was asked for in the address bar is shown after it. */
export function SignInScreen() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const passwordField = useRef<HTMLInputElement>(null);
  useDocumentTitle(`${t('signIn.title')} · Inning`);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '');
    signIn.mutate(
      { email: text('email').trim(), password: text('password') },
      { onError: () => passwordField.current?.select() },
    );
  };

  return (
    <main className={styles.door}>
      <Paper withBorder radius="md" p="xl" className={styles.card}>
        <form onSubmit={submit}>
          <Stack gap="md">
            <Title order={1} fz={22}>
              {t('signIn.title')}
            </Title>
            <TextInput
              label={t('signIn.email')}
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
            />
            <PasswordInput
              label={t('signIn.password')}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              ref={passwordField}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            />
            {signIn.isError && (
              <Text role="alert" c="var(--broken)">
                {sayError(signIn.error, t)}
              </Text>
            )}
            <Button type="submit" size="md" loading={signIn.isPending}>
              {t('signIn.submit')}
            </Button>
            <Text className="quiet" fz="sm">
              {t('signIn.demoHint')}
            </Text>
          </Stack>
        </form>
      </Paper>
      <LanguageLine />
    </main>
  );
}
