import { monthOf } from '@permanence/rules';
import { clock, dayInWords } from './dates.ts';
import type { Language } from './shape.ts';

/**
 * In Eritrea these months' names are also those of our calendar; in Tigray they are those of another, eight days apart. The loan words
 * can only mean ours.
 */
const LOAN_WORDS = ['ጃንዋሪ', 'ፌብሩወሪ', 'ማርች', 'ኤፕሪል', 'ሜይ', 'ጁን', 'ጁላይ', 'ኦገስት', 'ሴፕተምበር', 'ኦክቶበር', 'ኖቬምበር', 'ዲሴምበር'];
const words = (loanWord: string) => dayInWords('ti', ({ weekday, day, month, year }) => `${weekday} ${day} ${month} / ${loanWord} ${year}`);
const byMonth = LOAN_WORDS.map(words);

export const ti: Language = {
  code: 'ti',
  direction: 'ltr',
  reviewed: false,
  words: (day) => byMonth[monthOf(day) - 1]!(day),
  hour: clock,
  // Hours are often counted from sunrise: the sentences say that the clock is the one on the telephone.
  person: {
    subject: {
      date: 'ክትዝክርዋ ዘለኩም ዕለት',
      appointment: 'ክትዝክርዎ ዘለኩም ቆጸራ',
      check: 'እዚ መልእኽቲ ይበጽሓኩም ድዩ?',
      received: 'መልስኹም በጺሑ',
    },
    hello: 'ሰላም፣',
    helloWord: 'ሰላም {word}፣',
    neutral: {
      date: 'ንዓኹም ኣገዳሲት ዕለት ትቐርብ ኣላ፦ {date}።',
      dateAtHour: 'ንዓኹም ኣገዳሲት ዕለት ትቐርብ ኣላ፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)።',
      period: 'ንዓኹም ኣገዳሲ እዋን ይውዳእ ኣሎ። መወዳእታ መዓልቲ፦ {date}።',
      periodFrom: 'ንዓኹም ኣገዳሲ እዋን ኣሎ። ፈላማይ መዓልቲ፦ {from}። መወዳእታ መዓልቲ፦ {date}።',
    },
    ordinary: {
      deadline: 'ናይ መወዳእታ ዕለትኩም፦ {date}።',
      deadlineAtHour: 'ናይ መወዳእታ ዕለትኩም፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)።',
      period: 'ሕቶኹም ንምቕራብ መወዳእታ መዓልቲ፦ {date}።',
      periodFrom: 'ሕቶኹም ኣብዚ እዋን ኣቕርቡ። ፈላማይ መዓልቲ፦ {from}። መወዳእታ መዓልቲ፦ {date}።',
      commitment: 'ዝፈረምኩምሉ ግዴታ ክትፍጽሙ ኣለኩም። መወዳእታ መዓልቲ፦ {date}።',
      papers: 'ሰነዳት ተሓቲትኩም ኣለኹም። መወዳእታ መዓልቲ፦ {date}።',
    },
    full: {
      appeal: 'ነቲ ዝበጽሓኩም ውሳነ ይግባይ ክትብሉሉ ትኽእሉ ኢኹም። መወዳእታ መዓልቲ፦ {date}።',
      appealAtHour: 'ነቲ ዝበጽሓኩም ውሳነ ይግባይ ክትብሉሉ ትኽእሉ ኢኹም። መወዳእታ ግዜ፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)።',
      renewal: 'መንበሪ ፍቓድኩም ({permit}) ክሕደስ ሕተቱ። መወዳእታ መዓልቲ፦ {date}።',
      renewalFrom: 'ኣብዚ እዋን መንበሪ ፍቓድኩም ({permit}) ክሕደስ ሕተቱ። ፈላማይ መዓልቲ፦ {from}። መወዳእታ መዓልቲ፦ {date}።',
      commitment: 'ኣብ ውዕል ውህደት (CIR) ዘሎ ግዴታ ክትፍጽሙ ኣለኩም። መወዳእታ መዓልቲ፦ {date}።',
      papers: 'ኣብ ፋይልኩም ዝጎደሉ ሰነዳት ኣለዉ። ሒዝኩምዎም ምጹ። መወዳእታ መዓልቲ፦ {date}።',
    },
    paperList: 'ዝተሓተቱ ሰነዳት፦ {papers}።',
    near: 'እዛ ዕለት ቀሪባ ኣላ።',
    last: 'እዚኣተን ናይ መወዳእታ መዓልታት እየን።',
    appointment: {
      coming: 'ቆጸራ ኣለኩም፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)።',
      booked: 'ቆጸራኹም ተታሒዙ ኣሎ፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)።',
      moved: 'ዕለት ቆጸራኹም ተቐይሩ። ሓድሽ ዕለት፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)።',
      cancelled: 'እዚ ቆጸራኹም ተሰሪዙ፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)። ኣይትምጽኡ።',
      missed: 'ቆጸራ ነይሩኩም፦ {date}፣ ሰዓት {hour} (ከምቲ ኣብ ተሌፎን ዝርአ)። ኣይተኻየደን።',
    },
    place: 'ቦታ፦ {place}።',
    bring: {
      appeal: 'ነቲ ውሳነ ምስ ኩሉ ገጻቱ፣ ቡስጣኡን ናይ መንነት ሰነዳትኩምን ሒዝኩም ምጹ።',
      renewal: 'መንበሪ ፍቓድኩም፣ ፓስፖርትኩምን ካብ ሽዱሽተ ወርሒ ንታሕቲ ዝገበረ መረጋገጺ ኣድራሻን ሒዝኩም ምጹ።',
      appointment: 'ናይ መንነት ሰነዳትኩምን ዝበጽሓኩም ደብዳቤታትን ሒዝኩም ምጹ።',
    },
    cost: {
      appeal: 'ድሕሪ እዛ ዕለት ነቲ ውሳነ ይግባይ ምባል ዳርጋ ኣይከኣልን እዩ።',
      renewal: 'ደንጒኹም እንተ ሓቲትኩም ተወሳኺ ክፍሊት ክህሉ፣ መሰላትኩም (ስራሕ፣ ሓገዝ) ድማ ንግዜኡ ከቋርጽ ይኽእል።',
      commitment: 'ብዘይ ምኽንያት ዘይተፈጸመ ግዴታ ንምሕዳስ ፍቓድኩም ክዕንቅፍ ይኽእል።',
      papers: 'ብዘይ እዞም ሰነዳት ሕቶኹም ክድንጒ ወይ ክንጸግ ይኽእል።',
      appointment: 'ካባኹም እንተ ዘይሰሚዕና፣ ካልእ ቆጸራ ክትጽበዩ ኣለኩም።',
    },
    call: 'ኩሉ ድሉው ዝመስለኩም እኳ እንተኾነ፣ ቅድሚ እዛ ዕለት ደውሉ፦ {whom}።',
    callToday: 'ሎሚ ደውሉ፦ {whom}።',
    callIfUnable: 'ክትመጽኡ እንተ ዘይክኢልኩም ደውሉ፦ {whom}።',
    callAgain: 'ካልእ መዓልቲ ንምምራጽ ደውሉ፦ {whom}።',
    usualContact: 'ኩሉ ግዜ እትራኸብዎ ሰብ',
    check: 'እዚ መልእኽቲ፣ እዛ ኣድራሻ ገና ቅንዕቲ ምዃና ንምርግጋጽ እዩ።',
    checkAct: 'ቅንዕቲ እንተኾይና፣ ብምድዋል ክትነግሩና ትኽእሉ ኢኹም፦ {whom}።',
    received: 'መልስኹም በጺሑ። የቐንየልና።',
    receivedAct: 'ዝቕየር ነገር እንተሎ ደውሉ፦ {whom}።',
    answer: 'ንምምላስ፦ {link}',
    stop: 'እዚ መልእኽትታት ካብ ሕጂ ከይበጽሓኩም፦ {link}',
    from: 'እዚ መልእኽቲ ካብ {association} እዩ።',
    beware: 'ብመልእኽቲ ገንዘብ ወይ ኮድ ፍጹም ኣይንሓትትን ኢና።',
    frenchBelow: 'እዚ መልእኽቲ ብፈረንሳይኛ ኣብ ታሕቲ ተጻሒፉ ኣሎ።',
    automatic: 'እዚ መልእኽቲ ብኣውቶማቲክ ዝተላእከ እዩ።',
  },
};
