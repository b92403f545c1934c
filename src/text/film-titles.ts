/**
 * Films and series that people know and compare, as they call them in our languages. A question that names one which a
 * pack never mentions is not about the pack's film. Left out are titles that are ordinary words, alone or together
 * (The Father, Her, The Piano, Away from Her): people write those about any film. One title apiece between the bars.
 */
const titles = `
  titanic | inception | interstellar | parasite | avatar | the godfather | godfather part ii | le parrain
  oppenheimer | joker | gladiator | inglourious basterds | pulp fiction | fight club | forrest gump | the matrix
  matrix | the shawshank redemption | les évadés | schindler's list | la liste de schindler | the dark knight
  star wars | the lord of the rings | lord of the rings | le seigneur des anneaux | lotr | the hobbit
  harry potter | the hunger games | hunger games | avengers | avengers endgame | infinity war | iron man
  spider man | spiderman | batman | superman | black panther | guardians of the galaxy | deadpool | thor ragnarok
  captain america | doctor strange | jurassic park | jurassic world | jaws | et the extra terrestrial
  indiana jones | back to the future | retour vers le futur | ghostbusters | top gun | mission impossible
  james bond | skyfall | casino royale | fast and furious | john wick | die hard | terminator | robocop | rambo
  rocky balboa | mad max | fury road | blade runner | alien covenant | prometheus | dune part two | the martian
  apollo 13 | a space odyssey | 2001 a space odyssey | 2001 l'odyssée de l'espace | a clockwork orange
  orange mécanique | the shining | full metal jacket | eyes wide shut | barry lyndon | dr strangelove
  citizen kane | gone with the wind | autant en emporte le vent | singin in the rain | the wizard of oz
  le magicien d'oz | lawrence of arabia | raging bull | goodfellas | les affranchis | shutter island
  the wolf of wall street | le loup de wall street | killers of the flower moon | django unchained | kill bill
  reservoir dogs | once upon a time in hollywood | fargo | the big lebowski | no country for old men
  there will be blood | phantom thread | boogie nights | licorice pizza | the silence of the lambs
  le silence des agneaux | hannibal lecter | se7en | the usual suspects | memento | the prestige | tenet | dunkirk
  american beauty | american psycho | american history x | trainspotting | slumdog millionaire | braveheart
  saving private ryan | il faut sauver le soldat ryan | apocalypse now | platoon | the deer hunter | la la land
  whiplash | moulin rouge | the greatest showman | mamma mia | dirty dancing | pretty woman | notting hill
  love actually | bridget jones | four weddings and a funeral | when harry met sally | before sunrise
  before sunset | before midnight | eternal sunshine of the spotless mind | 500 days of summer
  brokeback mountain | call me by your name | manchester by the sea | marriage story | nomadland
  everything everywhere all at once | the banshees of inisherin | three billboards | anora | the zone of interest
  la zone d'intérêt | anatomy of a fall | anatomie d'une chute | aftersun | triangle of sadness | the lobster
  the grand budapest hotel | moonrise kingdom | million dollar baby | gran torino | still alice | 45 years
  on golden pond | cries and whispers | wild strawberries | scenes from a marriage | the seventh seal
  le septième sceau | tokyo story | make way for tomorrow | ikiru | seven samurai | rashomon | spirited away
  le voyage de chihiro | princess mononoke | my neighbor totoro | mon voisin totoro | howl's moving castle
  grave of the fireflies | le tombeau des lucioles | oldboy | old boy | the handmaiden | train to busan
  squid game | in the mood for love | chungking express | crouching tiger hidden dragon | drive my car
  shoplifters | the white ribbon | le ruban blanc | das weisse band | the piano teacher | funny games
  code unknown | code inconnu | time of the wolf | le temps du loup | benny's video | the seventh continent
  hiroshima mon amour | un homme et une femme | a man and a woman | ma nuit chez maud | three colours
  trois couleurs | three colors red | trois couleurs bleu | trois couleurs rouge | the conformist | le conformiste
  pierrot le fou | les 400 coups | the 400 blows | jules et jim | jules and jim | la grande illusion
  la règle du jeu | les enfants du paradis | amélie | amélie poulain | le fabuleux destin d'amélie poulain
  intouchables | the intouchables | les intouchables | un prophète | blue is the warmest colour | la vie d'adèle
  portrait de la jeune fille en feu | portrait of a lady on fire | titane | les choristes
  bienvenue chez les ch'tis | la grande vadrouille | le dîner de cons | le père noël est une ordure
  les visiteurs | astérix | asterix et obélix | taxi 2 | léon the professional | le cinquième élément
  the fifth element | le grand bleu | la cité de la peur | persepolis | ratatouille | la môme | la vie en rose
  cyrano de bergerac | le salaire de la peur | les misérables | the diving bell and the butterfly
  le scaphandre et le papillon | the sea inside | mar adentro | all about my mother | tout sur ma mère | volver
  pan's labyrinth | le labyrinthe de pan | life is beautiful | la vie est belle | la vita è bella
  cinema paradiso | la dolce vita | la strada | bicycle thieves | le voleur de bicyclette | the great beauty
  la grande bellezza | the lives of others | la vie des autres | good bye lenin | run lola run | toni erdmann
  city of god | la cité de dieu | amores perros | the revenant | birdman | toy story | finding nemo
  le monde de nemo | monsters inc | the incredibles | wall e | the lion king | le roi lion | aladdin
  beauty and the beast | la belle et la bête | mulan | la reine des neiges | shrek | minions | despicable me
  moi moche et méchant | how to train your dragon | moana | encanto | zootopia | pirates of the caribbean
  pirates des caraïbes | jumanji | night at the museum | mean girls | the exorcist | l'exorciste | the conjuring
  hereditary | midsommar | paranormal activity | scream 2 | a nightmare on elm street | the blair witch project
  rosemary's baby | the sixth sense | sixième sens | the truman show | donnie darko | requiem for a dream
  black swan | mulholland drive | twin peaks | blue velvet | the elephant man | dances with wolves
  once upon a time in the west | il était une fois dans l'ouest | the good the bad and the ugly
  le bon la brute et le truand | ben hur | spartacus | pengabdi setan | laskar pelangi | ada apa dengan cinta
  aadc | dilan 1990 | dilan 1991 | kkn di desa penari | gundala | the raid redemption | the raid 2
  habibie dan ainun | ayat ayat cinta | warkop dki | si doel | danur | marlina si pembunuh | marlina the murderer
  sang penari | perempuan tanah jahanam | siksa kubur | miracle in cell no 7 | agak laen | keluarga cemara
  nanti kita cerita tentang hari ini | nkcthi | bumi manusia | negeri 5 menara | sang pemimpi | jelangkung
  suzzanna | game of thrones | breaking bad | better call saul | stranger things | the walking dead | the sopranos
  money heist | la casa de papel | peaky blinders | black mirror | the simpsons | les simpson
  house of the dragon | the last of us | downton abbey | emily in paris | barbie
`;

/** As people write them, each once. */
export const filmTitles: readonly string[] = [
  ...new Set(
    titles
      .split(/[|\n]/)
      .map(title => title.trim())
      .filter(title => title !== ''),
  ),
];
