"""Words that are seldom or never places, although somewhere a town is called so."""

from __future__ import annotations

_NEVER_WORDS = """
northern southern eastern western northeastern northwestern southeastern southwestern
the of march may april june august president general church union hall center old young army
guard state states house street world east west north south central university college
congress senate court park bridge tower school hospital supreme capital government prime
minister people workers women children students russian german american protesters fire
smoke snow photo town city village county image security defense justice black white green
brown red king queen prince islam islamic muslim christian catholic orthodox republican
democrat liberal labor google facebook amazon apple this that these those here there both
many some two three four officials soldiers visitors residents members demonstrators
supporters firefighters marines sailors airmen troops refugees migrants villagers father
mother sister brother doctor judge professor senator mayor governor ambassador secretary
chief captain sergeant major colonel lieutenant admiral commander petty officer airman
private corporal special master senior chairman director manager coach star fan fans players
team monday tuesday wednesday thursday friday saturday sunday january february july
september october november december spring summer autumn fall winter easter christmas
ramadan sun moon air naval navy force field base camp fort station port bay lake river
island mount national international royal public road avenue square room garden gardens
memorial museum man boy girl police men crew us food water energy health education trade
finance interior foreign home office press media times post news sky storm wild hope faith
grace joy victory liberty independence unity freedom peace war battle cup open grand prix
league division group first second third new saint st santa san la el le los las de del van
von bin al abu ben mr mrs ms dr sen gov rep lt gen col sgt capt maj cpl spc pvt adm rev hon
sir lord lady don dona his her their its my our your who what when where why how not now
then after before during while with without from into onto over under near far above below
inside outside for and but nor yet so as at by in on to up down off out i ii iii iv v file
great little big upper lower right left top bottom rear front back federal
colony cross corner market mill mine factory lobby campus plaza pier dock wharf shelter wall
gate crossing convoy summit ridge valley beach creek forest mountain hill hills desert coast
ocean sea gulf canal delta panhandle interior frontier plateau plain plains fairgrounds dept
department collection archive tour olympic earth continental
"""
NEVER = frozenset((*_NEVER_WORDS.split(), "court house"))
"""Words that are never a place by themselves, unless a container follows them."""

_HOMOGRAPHS_WORDS = """
reading mobile split nice bath male police march most hope best big deal fort orange
commerce enterprise industry media bar ham lens same sale date love born mission pilot
protest normal justice eagle bishop marine rose pearl robert martin lewis henry james george
david john paul peter thomas francis marie maria anna laura linda helen alice diana
alexandria augusta olympia aurora troy tyler jasper percy gary logan dexter clay marion
carol lee grant ford lincoln jefferson jackson madison monroe hamilton harrison wilson
nelson franklin marshall clinton carter kennedy reagan bush obama trump biden putin lenin
"""
HOMOGRAPHS = frozenset(_HOMOGRAPHS_WORDS.split())
"""Words that begin sentences or names more often than they are towns."""

_FIRST_NAMES_WORDS = """
paris jordan austin dallas houston jackson washington lincoln madison chelsea charlotte
sydney brooklyn georgia virginia carolina florence sofia victoria adelaide kent chad israel
kenya india asia america savannah dakota cheyenne phoenix orlando milan rio london boston
raleigh hamilton wellington carter clinton kennedy cleveland jefferson monroe tyler grant
ford lorraine lourdes valencia siena verona troy roman santiago francisco diego jose juan
luis santa san saint
"""
FIRST_NAMES = frozenset(_FIRST_NAMES_WORDS.split())
"""Names of places that people bear as well."""
