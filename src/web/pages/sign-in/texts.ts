import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'sign-in',
  {
    heading: 'Logga in',
    lead: 'Här paras nyanlända vuxna ihop med arbetslag i förskola och skola. Programmet ger råd; en människa bestämmer.',
    login: 'Användarnamn',
    password: 'Lösenord',
    submit: 'Logga in',
    openid: 'Logga in med organisationens konto',
    openid_beside: 'Logga in med organisationens konto i en ny flik, så att det du har skrivit finns kvar',
    or: 'eller',
  },
  {
    heading: 'Sign in',
    lead: 'Newly arrived adults are paired here with work teams in preschools and schools. The program advises; a person decides.',
    login: 'User name',
    password: 'Password',
    submit: 'Sign in',
    openid: "Sign in with your organisation's account",
    openid_beside:
      "Sign in with your organisation's account in a new tab, so that what you have typed is kept",
    or: 'or',
  },
);
