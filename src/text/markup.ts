/** What a message says: without what Discord writes for people, channels, pictures and times, and without addresses. */
export function saidIn(message: string): string {
  return message.replaceAll(written, ' ').replaceAll(address, ' ');
}

/** `<@id>`, `<#id>`, `<:name:id>`, `<a:name:id>`, `<t:seconds>`, `</name:id>`; no heart, which is `<3`. */
const written = /<(?:[@#:/]|a:|t:|id:)[^<>]*>/g;
const address = /\S*(?:@|:\/\/)\S*/g;
