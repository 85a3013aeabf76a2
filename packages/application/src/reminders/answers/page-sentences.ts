/** Sentences of the page behind the link of a message. They say nothing of what the message was about, nor of who sent it. */
export interface AnswerSentences {
  direction: 'ltr' | 'rtl';
  title: string;
  choose: string;
  done: string;
  cannot: string;
  help: string;
  stop: string;
  kept: string;
  stopped: string;
  /** {phone} */
  call: string;
  over: string;
}
export const ANSWER_SENTENCES: Record<string, AnswerSentences> = {
  fr: {
    direction: 'ltr',
    title: 'Répondre au message',
    choose: 'Touchez une réponse. Rien n’est envoyé avant.',
    done: 'C’est fait',
    cannot: 'Je ne peux pas',
    help: 'J’ai besoin d’aide',
    stop: 'Ne plus recevoir de messages',
    kept: 'Merci. Votre réponse est enregistrée.',
    stopped: 'Merci. Vous ne recevrez plus de messages automatiques.',
    call: 'Si c’est urgent, appelez le {phone}.',
    over: 'Ce lien ne marche plus. Rien n’a été enregistré. Appelez votre contact habituel.',
  },
  en: {
    direction: 'ltr',
    title: 'Answer the message',
    choose: 'Touch an answer. Nothing is sent before.',
    done: 'It is done',
    cannot: 'I cannot',
    help: 'I need help',
    stop: 'Receive no more messages',
    kept: 'Thank you. Your answer is recorded.',
    stopped: 'Thank you. You will receive no more automatic messages.',
    call: 'If it is urgent, call {phone}.',
    over: 'This link no longer works. Nothing was recorded. Call your usual contact.',
  },
  ar: {
    direction: 'rtl',
    title: 'الرد على الرسالة',
    choose: 'اضغط على إجابة. لا يُرسل أي شيء قبل ذلك.',
    done: 'تم ذلك',
    cannot: 'لا أستطيع',
    help: 'أحتاج إلى مساعدة',
    stop: 'عدم تلقي رسائل أخرى',
    kept: 'شكرًا. تم تسجيل إجابتك.',
    stopped: 'شكرًا. لن تتلقى رسائل تلقائية بعد الآن.',
    call: 'إذا كان الأمر عاجلاً، فاتصل بالرقم {phone}.',
    over: 'هذا الرابط لم يعد يعمل. لم يُسجَّل أي شيء. اتصل بالشخص الذي تتواصل معه عادة.',
  },
  es: {
    direction: 'ltr',
    title: 'Responder al mensaje',
    choose: 'Toque una respuesta. Antes no se envía nada.',
    done: 'Ya está hecho',
    cannot: 'No puedo',
    help: 'Necesito ayuda',
    stop: 'No recibir más mensajes',
    kept: 'Gracias. Su respuesta ha quedado registrada.',
    stopped: 'Gracias. No recibirá más mensajes automáticos.',
    call: 'Si es urgente, llame al {phone}.',
    over: 'Este enlace ya no funciona. No se ha registrado nada. Llame a su contacto habitual.',
  },
  pt: {
    direction: 'ltr',
    title: 'Responder à mensagem',
    choose: 'Toque numa resposta. Nada é enviado antes.',
    done: 'Está feito',
    cannot: 'Não posso',
    help: 'Preciso de ajuda',
    stop: 'Não receber mais mensagens',
    kept: 'Obrigado. A sua resposta ficou registada.',
    stopped: 'Obrigado. Não receberá mais mensagens automáticas.',
    call: 'Se for urgente, ligue para o {phone}.',
    over: 'Esta ligação já não funciona. Nada foi registado. Ligue para o seu contacto habitual.',
  },
  ru: {
    direction: 'ltr',
    title: 'Ответить на сообщение',
    choose: 'Нажмите на ответ. До этого ничего не отправляется.',
    done: 'Сделано',
    cannot: 'Я не могу',
    help: 'Мне нужна помощь',
    stop: 'Больше не получать сообщений',
    kept: 'Спасибо. Ваш ответ записан.',
    stopped: 'Спасибо. Вы больше не будете получать автоматических сообщений.',
    call: 'Если срочно, позвоните по номеру {phone}.',
    over: 'Эта ссылка больше не работает. Ничего не записано. Позвоните вашему обычному контакту.',
  },
};
