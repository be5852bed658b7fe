/** Every language besides English, by its tag. */
import { messages as ar } from '../../src/lang/ar.js';
import { messages as de } from '../../src/lang/de.js';
import { messages as es } from '../../src/lang/es.js';
import { messages as fr } from '../../src/lang/fr.js';
import { messages as he } from '../../src/lang/he.js';
import { messages as ja } from '../../src/lang/ja.js';
import { messages as ko } from '../../src/lang/ko.js';
import { messages as ptBR } from '../../src/lang/pt-BR.js';
import { messages as zhCN } from '../../src/lang/zh-CN.js';
import { english, type Message, type MessageKey, type Messages } from '../../src/shared/messages.js';

export const languages: Readonly<Record<string, Messages>> = {
  ar,
  de,
  es,
  fr,
  he,
  ja,
  ko,
  'pt-BR': ptBR,
  'zh-CN': zhCN,
};

export const messageKeys = Object.keys(english) as MessageKey[];

/** The keys whose text depends on a number. */
export const pluralKeys = messageKeys.filter((key) => typeof english[key] === 'object');

/** The texts of a message by plural category; a text for all numbers is that of `other`. */
export const formsOf = (message: Message): Readonly<Record<string, string>> =>
  typeof message === 'string' ? { other: message } : message;
