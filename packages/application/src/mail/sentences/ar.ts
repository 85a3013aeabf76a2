import { dayOf, monthOf, weekday, yearOf } from '@permanence/rules';
import { two, type Language } from './shape.ts';

const DAYS = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'];
/** Month names differ between the Maghreb and elsewhere; both are given where they do. The figures beside them settle it. */
const MONTHS = [
  'يناير / جانفي',
  'فبراير / فيفري',
  'مارس',
  'أبريل / أفريل',
  'مايو / ماي',
  'يونيو / جوان',
  'يوليو / جويلية',
  'أغسطس / أوت',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

export const ar: Language = {
  code: 'ar',
  direction: 'rtl',
  reviewed: false,
  words: (d) => `${DAYS[weekday(d) - 1]} ${dayOf(d)} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`,
  short: (d) => `${dayOf(d)} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`,
  hour: (m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`,
  person: {
    subjectDate: 'تاريخ للتذكر: {date}',
    subjectAppointment: 'موعدك يوم {date}',
    hello: 'مرحبًا،',
    deadline: 'يقترب تاريخ مهم بالنسبة إليك: {date}.',
    deadlineAtHour: 'يقترب تاريخ مهم بالنسبة إليك: {date} على الساعة {hour}.',
    window: 'تنتهي فترة مهمة بالنسبة إليك يوم {date}.',
    windowFrom: 'هناك فترة مهمة بالنسبة إليك من {from} إلى {date}.',
    appointment: 'لديك موعد يوم {date} على الساعة {hour}.',
    call: 'اتصل بالرقم {phone} قبل هذا التاريخ، حتى لو كنت تظن أن كل شيء جاهز.',
    callWithoutPhone: 'اتصل بالشخص الذي تتواصل معه عادة قبل هذا التاريخ، حتى لو كنت تظن أن كل شيء جاهز.',
    callIfUnable: 'إذا لم تتمكن من الحضور، فاتصل بالرقم {phone}.',
    callIfUnableWithoutPhone: 'إذا لم تتمكن من الحضور، فاتصل بالشخص الذي تتواصل معه عادة.',
    automatic: 'أُرسلت هذه الرسالة تلقائيًا.',
  },
};
