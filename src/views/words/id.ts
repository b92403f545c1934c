import type { Words } from './en.ts';

/** Every sentence the bot says in Indonesian. */
export const id: Words = {
  source: documents => `Sumber: ${documents}`,
  spoiler: 'menyinggung jalan cerita',
  sources: 'Sumber',
  wrong: 'Salah?',
  remove: 'Hapus',
  showMe: 'Tunjukkan',
  hidden:
    'Kalau aku tahu sesuatu tentang itu, mungkin menyinggung bagian film yang belum ditonton semua orang di sini.',
  hiddenHint: 'Hanya kamu yang akan melihat apa yang kutunjukkan.',
  hiddenForgotten: 'Aku sudah tidak ingat ini tentang apa. Tolong tanyakan sekali lagi.',
  didYouMean: 'Aku kurang yakin maksudmu. Apakah salah satu dari ini?',
  notKnown: 'Aku tidak tahu: tidak ada yang seperti itu dalam dokumenku.',
  notDocumented: 'Itu sering ditanyakan, tetapi tidak ada dokumenku yang menyebutkannya.',
  nearest: 'Hal terdekat yang kuketahui:',
  wrongNoted: 'Terima kasih. Pengelolaku sudah kuberi tahu fakta mana yang kamu maksud.',
  notYours: 'Hanya orang yang bertanya yang bisa melakukan itu.',
  sourcesTitle: 'Asal jawaban ini',
  sourceLine: (document, places) => `**${document}**, ${places}`,
  sourceSays: (document, places, says) => `**${document}**, ${places}: ${says}`,
  place: (line, sentence) => `baris ${line}, kalimat ${sentence}`,

  distress:
    'Aku ikut sedih kamu sedang seberat ini. Aku hanya bot tentang sebuah film dan tidak bisa membantu dengan baik, tetapi kamu layak didengar: tolong bicaralah dengan orang yang kamu percaya, atau hubungi layanan bantuan atau nomor darurat di tempatmu. Hari ini juga, kalau bisa.',
  greeting: film => `Halo! Tanyakan apa saja tentang *${film}*.`,
  thanks: 'Dengan senang hati.',
  farewell: 'Sampai jumpa di bioskop.',
  insult: 'Baik, kucatat. Kalau ada jawaban yang salah, tombol di bawahnya memberi tahu pengelolaku.',
  aboutBot: film =>
    `Aku menjawab pertanyaan tentang *${film}* dari dokumen yang diberikan kepadaku. Aku sebuah program, dan aku bilang kalau tidak tahu.`,
  instruction: film => `Aku hanya menjawab pertanyaan tentang *${film}*.`,
  nothing: film => `Tanyakan sesuatu tentang *${film}*, nanti kucarikan.`,
  otherLanguage: 'Aku bisa bahasa Inggris, Indonesia, dan Prancis.',

  creditsTitle: film => `Apakah ada sesuatu selama atau setelah kredit *${film}*?`,
  creditsAfter: 'Setelah kredit',
  creditsDuring: 'Selama kredit',
  yes: 'Ada',
  no: 'Tidak ada',
  notRecorded: 'Tidak tercatat: tidak ada dokumenku yang menyebutkannya',
  creditsBasis: documents => `Menurut: ${documents}`,
  creditsNoBasis: 'Dokumenku tidak menyebutkannya.',

  castTitle: film => `Siapa memerankan siapa dalam *${film}*`,
  castEmpty: 'Dokumenku tidak menyebut pemeran.',
  playedBy: (character, actor) => `**${character}**: ${actor}`,
  receptionTitle: film => `Tanggapan terhadap *${film}*`,
  receptionEmpty: 'Dokumenku tidak menyebutkannya.',
  aboutTitle: film => `Aku mengenal *${film}*`,
  aboutHow:
    'Aku menjawab dari fakta yang dikumpulkan orang dari dokumen. Tidak ada yang dikarang: yang tidak ada di dokumen tidak kuketahui, dan kalau dokumen berbeda, keduanya kusebut.',
  aboutCounts: (facts, documents) => `${facts} dari ${documents}.`,
  facts: { other: 'fakta' },
  documents: { other: 'dokumen' },
  aboutAsk:
    'Tanyakan lewat perintah, dengan menyebutku, membalas pesanku, atau lewat pesan pribadi. Jawaban yang bisa membocorkan cerita disembunyikan sampai kamu memintanya.',
  aboutPrivacy: 'Aku tidak menyimpan apa pun yang kamu tulis.',

  whichFilm: 'Film mana yang kamu maksud?',
  emptyQuestion: 'Tanyakan sesuatu tentang filmnya, nanti kucarikan.',
  outdated: 'Tombol ini dari versiku yang lama. Tolong tanyakan sekali lagi.',
  failed: id => `Ada yang salah di pihakku. Kalau terjadi lagi, sebutkan ${id} kepada pengelolaku.`,
};
