/** What a message says: without what Discord writes for people, channels, pictures, commands and times, and without links. */
export function saidIn(message: string): string {
  return message.replaceAll(written, ' ').replaceAll(link, ' ');
}

/** `<@id>`, `<#id>`, `<:name:id>`, `<a:name:id>`, `</name:id>`, `<t:seconds:R>`; no heart, which is `<3`. */
const written = /<(?:@[!&]?|#|a?:\w{1,32}:|\/[^<>:\n]{1,100}:)\d{1,20}>|<t:-?\d{1,17}(?::\w)?>/g;
const link = /\bhttps?:\/\/[^\s)>]+/g;
