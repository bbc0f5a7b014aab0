/** The portal's own words. The elements bring theirs. */
export const words = {
  en: {
    skip: 'Skip to content',
    nav: 'Intranet',
    home: 'Home',
    news: 'News',
    policies: 'Policies',
    signedInAs: 'Signed in as',
    greeting: 'Good to see you, {name}',
    asked: 'Asked of you',
    news1Title: 'The roof terrace in Lisbon is open again',
    news1:
      'New railings, twice the shade and a kettle that works. Bring your lunch up from Thursday.',
    news2Title: 'Winter hours in Leeds',
    news2:
      'From December the building closes at seven. Late shifts use the entrance on Canal Street.',
    news3Title: 'Four people to welcome',
    news3: 'Say hello to the new colleagues in Engineering, Sales and Support this week.',
    canteen: 'Canteen today',
    dish1: 'Leek and potato soup, rye bread',
    dish2: 'Roast squash, lentils, tahini',
    dish3: 'Sea bass, fennel, new potatoes',
  },
  de: {
    skip: 'Zum Inhalt springen',
    nav: 'Intranet',
    home: 'Start',
    news: 'Neuigkeiten',
    policies: 'Richtlinien',
    signedInAs: 'Angemeldet als',
    greeting: 'Guten Tag, {name}',
    asked: 'Worum Sie gebeten werden',
    news1Title: 'Die Dachterrasse in Lissabon ist wieder offen',
    news1:
      'Neues Geländer, doppelt so viel Schatten und ein Wasserkocher, der kocht. Ab Donnerstag.',
    news2Title: 'Winteröffnungszeiten in Leeds',
    news2:
      'Ab Dezember schließt das Haus um sieben. Spätschichten nehmen den Eingang Canal Street.',
    news3Title: 'Vier Neue sind da',
    news3: 'Sagen Sie den neuen Leuten in Entwicklung, Vertrieb und Support diese Woche Hallo.',
    canteen: 'Heute in der Kantine',
    dish1: 'Lauch-Kartoffel-Suppe mit Roggenbrot',
    dish2: 'Ofenkürbis, Linsen, Tahin',
    dish3: 'Wolfsbarsch, Fenchel, neue Kartoffeln',
  },
};
